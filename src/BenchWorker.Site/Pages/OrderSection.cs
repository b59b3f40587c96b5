using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What the order is worth: do the entities differ at all, does it hang on one column, do other rankings agree, what does a score cost.</summary>
internal static class OrderSection
{
    public static bool IsShown(BoardReport report) => report.Leaderboards.Count > 0 && (report.Costs is { Points.Count: > 0 } || Facts(report).Length > 0);

    public static Html Of(BoardReport report) => !IsShown(report)
        ? Html.Empty
        : Html.Of($"""
            <section aria-labelledby="order">
            <h2 id="order">How firm the order is</h2>
            {Html.When(Facts(report).Length > 0, $"<dl class=\"terms\">\n{Facts(report).Select(static fact => Html.Of($"<dt>{fact.Term}</dt><dd>{fact.Text}</dd>\n"))}</dl>\n")}{Front(report)}</section>

            """);

    private static (string Term, string Text)[] Facts(BoardReport report)
    {
        if (report.Robustness is not { } found)
            return [];
        List<(string, string)> facts = [];
        if (found.Friedman is { Status: FriedmanStatus.Ok } friedman)
        {
            facts.Add(("Friedman’s test", $"Over {friedman.Tasks} columns that all {friedman.Models} have: chi-squared {Number(friedman.Q, 1)} with {Plural.Count(friedman.Models - 1, "degree")} of freedom, {P(friedman.P)}; Kendall’s W {Number(friedman.KendallW, 2)}."));
            if (found.CriticalDifference is { } difference)
                facts.Add(("Critical difference", $"Mean ranks that differ by less than {Number(difference, 2)} cannot be told apart (Nemenyi, alpha {Number(RankSets.Alpha, 2)})."));
        }

        if (found is { LeftOut: > 1, LowestTau: { } tau })
            facts.Add(("One column less", $"Leaving out one column at a time changes the leader by mean in {found.LeaderChanges} of {found.LeftOut} cases; Kendall’s tau-b with the whole order is {(tau >= 0.995 ? "1.00 each time" : $"{Number(tau, 2)} or more")}."));
        RankingAgreement[] agreements = [.. found.Agreements.Where(static one => one.TauB is not null)];
        if (agreements.Length > 0)
            facts.Add(("Agreement of rankings", $"Kendall’s tau-b: {string.Join("; ", agreements.Select(static one => $"{MethodText.Name(one.First)} and {MethodText.Name(one.Second)} {Number(one.TauB ?? 0, 2)}"))}."));
        return [.. facts];
    }

    private static Html Front(BoardReport report)
    {
        if (report.Costs is not { Points.Count: > 0 } costs)
            return Html.Empty;
        CostPoint[] front = [.. costs.Points.Where(static point => point.OnFront)];
        int scores = DisplayNumber.Decimals(front.Select(static point => point.Score)), prices = DisplayNumber.Decimals(front.Select(static point => point.Cost));
        return Html.Of($"""
            <h3>Score against {costs.Cost}</h3>
            <p>{front.Length} of the {costs.Points.Count} with a known {costs.Cost} have a score that no other reaches at the same {costs.Cost} or {(costs.LowerIsBetter ? "less" : "more")}.</p>
            <section class="scroll" aria-label="Pareto front" tabindex="0">
            <table><thead><tr><th scope="col">{Plural.Capital(report.Board.Entity)}</th><th scope="col" class="n">{MethodText.Name(report.Leaderboards[0].ScoredBy)}</th><th scope="col" class="n">{Plural.Capital(costs.Cost)}</th></tr></thead>
            <tbody>
            {front.Select(point => Html.Of($"<tr><th scope=\"row\" class=\"entity\">{ShownName.Of(point.Entity)}</th><td class=\"n\">{DisplayNumber.Text(point.Score, scores)}</td><td class=\"n\">{DisplayNumber.Text(point.Cost, prices)}</td></tr>\n"))}</tbody></table>
            </section>

            """);
    }

    private static string P(double p) => p < 0.001 ? "p < 0.001" : $"p = {Number(p, 3)}";

    private static string Number(double value, int decimals) => DisplayNumber.Text(value, decimals).ToString(CultureInfo.InvariantCulture);
}
