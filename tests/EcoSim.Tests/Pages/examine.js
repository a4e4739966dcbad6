"use strict";
// Runs within a results page before anything else, and leaves what it found in an attribute of the root element.
(() => {
  const problems = [];
  addEventListener("error", event => problems.push("error: " + event.message));
  addEventListener("unhandledrejection", event => problems.push("rejected: " + event.reason));
  document.addEventListener("securitypolicyviolation", event => problems.push("request: " + event.blockedURI));

  const visible = (drawing, width) => {
    const box = drawing.getBoundingClientRect(), style = getComputedStyle(drawing);
    return box.width >= 200 && box.height >= 100 && box.left >= 0 && box.right <= width && style.visibility === "visible" && style.display !== "none"
      && drawing.querySelectorAll("text").length > 0;
  };

  const examine = () => {
    for (const entry of performance.getEntriesByType("resource")) { problems.push("request: " + entry.name); }
    if (document.documentElement.scrollWidth > innerWidth) { problems.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`); }

    const drawings = [...document.querySelectorAll("figure")].map(figure => figure.querySelector(".drawing > svg"));
    const figures = drawings.filter(drawing => drawing && visible(drawing, innerWidth)).length;
    for (const drawing of drawings) {
      const letters = drawing && [...drawing.querySelectorAll("text")].map(text => text.getBoundingClientRect().height);
      if (!letters || Math.min(...letters) < 7) { problems.push(`letters of ${drawing?.getAttribute("aria-label")} are ${letters && Math.min(...letters)} pixels high`); }
    }

    // The toggle changes the colours of page and figures, and back.
    const colours = () => getComputedStyle(document.body).backgroundColor + getComputedStyle(drawings[0].querySelector("[fill='white']")).fill;
    const before = colours(), toggle = document.getElementById("theme");
    toggle.click();
    if (colours() === before) { problems.push("the toggle changes no colour"); }
    toggle.click();
    if (colours() !== before) { problems.push("the toggle does not change the colours back"); }

    // Every table sorts by every column, there and back, and loses no row.
    for (const table of document.querySelectorAll("table.sortable")) {
      const rows = table.tBodies[0].rows.length;
      [...table.tHead.rows[0].cells].forEach((heading, column) => {
        const button = heading.querySelector("button");
        button.focus();
        if (document.activeElement !== button) { problems.push("a heading cannot be reached by keyboard"); }
        for (const way of [1, 2]) {
          button.click();
          const order = heading.getAttribute("aria-sort");
          const numbers = [...table.tBodies[0].rows].map(row => row.cells[column].dataset.order).filter(number => number !== undefined).map(Number);
          const sorted = numbers.toSorted((a, b) => order === "ascending" ? a - b : b - a);
          if (heading.classList.contains("number") && numbers.some((number, i) => number !== sorted[i])) { problems.push(`${heading.textContent} is not ${order}`); }
          if (table.tBodies[0].rows.length !== rows) { problems.push("sorting loses rows"); }
        }
      });
    }

    const all = document.querySelector("button.all");
    const shown = () => [...document.querySelectorAll("tbody tr")].filter(row => row.offsetParent !== null).length;
    const few = shown();
    all?.click();
    if (all && shown() <= few) { problems.push("the button for all rows shows no more"); }

    const text = JSON.stringify({ problems, figures });
    document.documentElement.dataset.examined = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  };
  addEventListener("load", () => setTimeout(examine, 0));
})();
