using System.Net;

namespace EcoSim.Cli.Watching;

/// <summary>A page that looks twice a second whether there is a newer picture. It is opened as a file, so it asks by loading a script.</summary>
internal static class WatchPage
{
    /// <summary>On a screen that is narrower the panels stand one below the other, and the page has the words of the picture.</summary>
    private const string Narrow = "(max-width: 800px)";

    public static string Html(string scenario) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Watching {{WebUtility.HtmlEncode(scenario)}}</title>
        <style>
        :root { color-scheme: light dark; }
        body { margin: 0 auto; padding: 12px; max-width: 1500px; font: 15px "DejaVu Sans", Verdana, sans-serif; }
        figure { margin: 0; }
        img { display: block; width: 100%; height: auto; background: #fff; }
        figcaption { display: none; }
        h1 { margin: 0; font-size: 19px; }
        @media {{Narrow}} {
          figure { display: flex; flex-direction: column; gap: 10px; max-width: 560px; margin: 0 auto; }
          figcaption { display: contents; }
          figcaption p { margin: 0; }
          #caption { order: 1; }
        }
        pre { white-space: pre-wrap; margin: 12px 0; padding: 10px 12px; border-left: 5px solid #D55E00; background: rgba(213, 94, 0, .12); }
        [hidden] { display: none; }
        </style>
        </head>
        <body>
        <p id="state" role="status">Waiting for the first run…</p>
        <pre id="message" hidden></pre>
        <figure id="figure" hidden>
        <figcaption><h1 id="title"></h1><p id="context"></p><p id="caption"></p></figcaption>
        <picture>
        <source id="narrow" media="{{Narrow}}">
        <img id="wide" alt="Headline outcomes over time: this run in colour, the run before in grey">
        </picture>
        </figure>
        <script>
        const words = { running: "Running…", look: "Running", done: "Up to date", problem: "A mistake in the file; the picture is of the run before" };
        let shown = 0;
        const part = name => document.getElementById(name);
        function show(run, state, message, texts) {
          part("state").textContent = (words[state] || state) + (run ? ". Run " + Math.ceil(run) : "");
          const box = part("message");
          box.textContent = message;
          box.hidden = !message;
          if (run === shown) return;
          const stamp = "?" + run + "-" + Date.now();
          const wide = "{{WatchFolder.PictureName}}" + stamp, narrow = "{{WatchFolder.NarrowName}}" + stamp;
          const next = new Image();
          next.onload = () => {
            part("narrow").srcset = narrow;
            part("wide").src = wide;
            ["title", "context", "caption"].forEach((name, place) => part(name).textContent = texts[place] || "");
            part("figure").hidden = false;
            shown = run;
          };
          next.src = matchMedia("{{Narrow}}").matches ? narrow : wide;
        }
        function look() {
          const script = document.createElement("script");
          script.src = "status.js?" + Date.now();
          script.onload = script.onerror = () => { script.remove(); setTimeout(look, 500); };
          document.body.append(script);
        }
        look();
        </script>
        </body>
        </html>

        """;
}
