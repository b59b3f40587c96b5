using System.Globalization;

namespace BenchWorker.Site;

/// <summary>Parts of a place as tables print them.</summary>
internal static class PlaceText
{
    public static Html Score(Place place, int decimals) => place.Score is not { } score
        ? Html.Of($"<span class=\"absent\">no score</span>")
        : place.StandardError is { } error
            ? Html.Of($"{DisplayNumber.Text(score, decimals)} <span class=\"se\">± {DisplayNumber.Text(error, Math.Max(1, decimals))}</span>")
            : Html.Of($"{DisplayNumber.Text(score, decimals)}");

    /// <summary>"1–4", or "2" for a place that is told apart from all others.</summary>
    public static Html Span(Place place) => (place.Rank, place.Best, place.Worst) switch
    {
        (null, _, _) => Html.Of($"<span class=\"absent\">–</span>"),
        ({ } rank, { } best, { } worst) when best == worst => Html.Of($"{rank}"),
        (_, { } best, { } worst) => Html.Of($"{best}–{worst}"),
        _ => Html.Of($"<span class=\"absent\">unknown</span>"),
    };

    /// <summary>A share of 1,000 resamplings in percent, which says 0 or 100 only where it is.</summary>
    public static string Chance(double ahead) =>
        string.Create(CultureInfo.InvariantCulture, $"{(ahead is (> 0 and < 0.01) or (> 0.99 and < 1) ? $"{ahead * 100:0.##}" : $"{ahead * 100:0}")}\u00a0%");

    /// <summary>Share of columns measured, for sorting.</summary>
    public static string Share(Place place) =>
        (place.Columns == 0 ? 0 : (double)place.Present / place.Columns).ToString("0.####", CultureInfo.InvariantCulture);
}
