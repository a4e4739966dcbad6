"use strict";
// Light or dark: as the system says until the reader says otherwise.
(() => {
  const root = document.documentElement, button = document.getElementById("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  const show = () => { button.textContent = isDark() ? "Light" : "Dark"; };
  button.hidden = false;
  button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; show(); });
  system.addEventListener("change", show);
  show();
})();

// Figures: the narrow drawing on a small screen, the wide one elsewhere and on paper.
(() => {
  const small = matchMedia("(max-width: 819px)");
  const figures = [...document.querySelectorAll("figure")].map(figure => ({
    frame: figure.querySelector(".drawing"),
    wide: figure.querySelector(".drawing svg"),
    narrow: figure.querySelector("template").content.querySelector("svg"),
  }));
  const show = narrow => {
    for (const figure of figures) {
      figure.frame.replaceChildren(narrow ? figure.narrow : figure.wide);
      figure.frame.classList.toggle("narrow", narrow);
    }
  };
  small.addEventListener("change", () => show(small.matches));
  addEventListener("beforeprint", () => show(false));
  addEventListener("afterprint", () => show(small.matches));
  show(small.matches);
})();

// Tables: sorted by the column whose heading is pressed, and short until all rows are asked for.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0], headings = [...table.tHead.rows[0].cells];
  const order = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.order === undefined ? cell.textContent : Number(cell.dataset.order);
  };
  const sort = (column, way) => {
    const isNumber = headings[column].classList.contains("number");
    const rows = [...body.rows].sort((one, other) => {
      const a = order(one, column), b = order(other, column);
      if (typeof a !== typeof b) { return typeof a === "number" ? -1 : 1; } // Missing values come last either way.
      return way * (isNumber && typeof a === "number" ? a - b : String(a).localeCompare(String(b), "en"));
    });
    body.append(...rows);
  };
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const first = heading.classList.contains("number") ? "descending" : "ascending";
      const next = heading.getAttribute("aria-sort") === first ? (first === "ascending" ? "descending" : "ascending") : first;
      headings.forEach(other => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", next);
      sort(column, next === "ascending" ? 1 : -1);
    });
  });
  const rows = body.rows.length, more = body.querySelectorAll("tr.more").length;
  if (more > 0 && more < rows) {
    const all = document.createElement("button");
    all.type = "button";
    all.className = "all";
    const show = short => {
      table.classList.toggle("short", short);
      all.setAttribute("aria-expanded", String(!short));
      all.textContent = short ? `Show all ${rows} rows` : `Show ${rows - more} rows`;
    };
    all.addEventListener("click", () => show(!table.classList.contains("short")));
    table.parentElement.after(all);
    show(true);
  }
}
