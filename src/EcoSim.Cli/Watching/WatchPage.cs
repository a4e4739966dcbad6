using System.Net;

namespace EcoSim.Cli.Watching;

/// <summary>A page that looks twice a second whether there is a newer picture. It is opened as a file, so it asks by loading a script.</summary>
internal static class WatchPage
{
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
        img { width: 100%; height: auto; background: #fff; }
        pre { white-space: pre-wrap; margin: 12px 0; padding: 10px 12px; border-left: 5px solid #D55E00; background: rgba(213, 94, 0, .12); }
        [hidden] { display: none; }
        </style>
        </head>
        <body>
        <p id="state" role="status">Waiting for the first run…</p>
        <pre id="message" hidden></pre>
        <img id="picture" alt="Headline outcomes over time: this run in colour, the run before in grey" hidden>
        <script>
        const words = { running: "Running…", look: "Running", done: "Up to date", problem: "A mistake in the file; the picture is of the run before" };
        let shown = 0;
        function show(run, state, message) {
          document.getElementById("state").textContent = (words[state] || state) + (run ? ". Run " + Math.ceil(run) : "");
          const box = document.getElementById("message");
          box.textContent = message;
          box.hidden = !message;
          if (run === shown) return;
          const next = new Image();
          next.onload = () => {
            const picture = document.getElementById("picture");
            picture.src = next.src;
            picture.hidden = false;
            shown = run;
          };
          next.src = "overview.png?" + run + "-" + Date.now();
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
