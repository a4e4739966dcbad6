using System.Globalization;
using System.Security;
using System.Text;
using EcoSim.Experiments.Lives;

namespace EcoSim.Reporting;

/// <summary>A results page as one HTML file: nothing is fetched, and without scripts it still shows everything.</summary>
internal static class ReportHtml
{
    /// <summary>Forbids every request, whatever a page might be made to hold.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    public static string Of(Report report)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <link rel="icon" href="data:,">
            <title>{Escape(report.Title)} – EcoSim</title>
            <style>
            {PageResource.Text("report.css")}</style>
            </head>
            <body>
            <header>
            <p class="kind">EcoSim <button type="button" id="theme" hidden>Dark</button></p>
            <h1>{Escape(report.Title)}</h1>
            <p class="context">{Escape(report.Context)}</p>
            <nav aria-label="Parts of this page">{Contents(report)}</nav>
            </header>
            <main>

            """);
        WriteAnswer(html, report);
        WriteWarnings(html, report.Warnings);
        WriteFigures(html, report);
        Section(html, "effects", "Effects", () =>
        {
            foreach (ReportTable table in report.Tables)
            {
                ReportTableHtml.Write(html, table, sortable: true);
            }
        });
        WriteLives(html, report.Lives);
        WriteProvenance(html, report);
        html.Append(CultureInfo.InvariantCulture, $"</main>\n<script>\n{PageResource.Text("report.js")}</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    internal static string Escape(string text) => SecurityElement.Escape(text);

    private static string Contents(Report report)
    {
        IEnumerable<(string Id, string Name)> parts =
            [("answer", "Answer"), ("changes", "Changes"), ("warnings", "Warnings"), ("figures", "Figures"), ("effects", "Effects"), ("lives", "Lives"), ("provenance", "Provenance")];
        return string.Join("", parts.Where(part => part.Id switch { "changes" => report.Changes.Count > 0, "warnings" => report.Warnings.Count > 0, "lives" => report.Lives.Count > 0, _ => true }).Select(part => $"<a href=\"#{part.Id}\">{part.Name}</a> "));
    }

    private static void Section(StringBuilder html, string id, string title, Action write)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>\n");
        write();
        html.Append("</section>\n");
    }

    private static void WriteAnswer(StringBuilder html, Report report)
    {
        Section(html, "answer", "Question and answer", () =>
        {
            foreach (string question in report.Questions)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"question\">{Escape(question)}</p>\n");
            }

            foreach (string answer in report.Answers)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"answer\">{Escape(answer)}</p>\n");
            }

            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Escape(report.AnswerNote)}</p>\n");
        });
        if (report.Changes.Count == 0)
        {
            return;
        }

        Section(html, "changes", "What was changed", () =>
        {
            foreach (ReportTable table in report.Changes)
            {
                ReportTableHtml.Write(html, table, sortable: false);
            }
        });
    }

    private static void WriteWarnings(StringBuilder html, IReadOnlyList<Warning> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        Section(html, "warnings", "Warnings", () =>
        {
            html.Append("<ul class=\"warnings\">\n");
            foreach (Warning warning in warnings)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li data-kind=\"{warning.Kind}\">{Escape(warning.Found)} <span class=\"remedy\">{Escape(warning.Remedy)}</span></li>\n");
            }

            html.Append("</ul>\n");
        });
    }

    private static void WriteFigures(StringBuilder html, Report report)
    {
        Section(html, "figures", "Figures", () =>
        {
            if (report.Figures.Count == 0)
            {
                html.Append("<p class=\"note\">No figures were drawn. The same command without <code>--no-plots</code> draws them.</p>\n");
            }

            foreach (InlineFigure figure in report.Figures)
            {
                // One drawing is in the page at a time; the script puts the narrow one in its place on a small screen.
                html.Append(CultureInfo.InvariantCulture, $"""
                    <figure id="figure-{Escape(figure.Name)}" aria-labelledby="figure-{Escape(figure.Name)}-title">
                    <h3 id="figure-{Escape(figure.Name)}-title">{Escape(figure.Title)}</h3>
                    <div class="drawing">{figure.Wide}</div>
                    <template>{figure.Narrow}</template>
                    <figcaption>{Escape(figure.Caption)}{(figure.WideCaption.Length > 0 ? $" <span class=\"wide\">{Escape(figure.WideCaption)}</span>" : "")}
                    <details><summary>Make this figure again</summary>
                    <p><code>{Escape(report.CommandLine)}</code> writes it as <code>figures/{Escape(figure.Name)}.svg</code> and <code>.png</code>.</p></details></figcaption>
                    </figure>

                    """);
            }
        });
    }

    private static void WriteLives(StringBuilder html, IReadOnlyList<ShortLife> lives)
    {
        if (lives.Count == 0)
        {
            return;
        }

        Section(html, "lives", "Lives of the most valuable start-ups", () =>
        {
            foreach (ShortLife life in lives)
            {
                html.Append(CultureInfo.InvariantCulture, $"<h3>{Escape(life.Id)}: {Escape(life.Title)}</h3>\n<ul>\n");
                html.Append(string.Concat(life.Lines.Select(line => $"<li>{Escape(line)}</li>\n"))).Append("</ul>\n");
            }

            html.Append("<p class=\"note\">One replicate. <code>ecosim explain</code> with this folder and an identity tells a whole life.</p>\n");
        });
    }

    private static void WriteProvenance(StringBuilder html, Report report) => Section(html, "provenance", "Provenance", () =>
    {
        html.Append("<dl>\n");
        foreach ((string name, string value) in report.Provenance)
        {
            html.Append(CultureInfo.InvariantCulture, $"<dt>{Escape(name)}</dt><dd>{Escape(value)}</dd>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<dt>Command line</dt><dd><code>{Escape(report.CommandLine)}</code></dd>\n");
        html.Append("</dl>\n<p class=\"note\">All numbers are in the CSV files beside this page; manifest.json has every parameter.</p>\n");
    });
}
