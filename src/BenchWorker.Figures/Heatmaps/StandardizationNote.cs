using static System.FormattableString;

namespace BenchWorker.Figures;

/// <summary>What a reader must know of colours that do not stand for the values themselves.</summary>
internal static class StandardizationNote
{
    /// <param name="reach">The largest distance that so few values can have; null where that is no bound.</param>
    /// <param name="sameCell">What is compared across panels, for example "of the same code".</param>
    /// <param name="turned">Whether values of which lower ones are better are coloured the other way round.</param>
    public static string? Of(Standardization how, double? reach, string sameCell, bool turned = false) => how switch
    {
        Standardization.ZScore z => ZScore(z, reach, sameCell, turned),
        Standardization.MinMax m => $"Colours run from the {(turned ? "worst to the best" : "lowest to the highest")} value {Within(m.Within, sameCell)}; {Numbers}.",
        Standardization.Rank r => $"Colours show ranks {Within(r.Within, sameCell)}{(turned ? ", from worst to best" : "")}; {Numbers}.",
        _ => null,
    };

    private const string Numbers = "numbers are the values themselves";

    private static string ZScore(Standardization.ZScore z, double? reach, string sameCell, bool turned)
    {
        string source = z.Population is null ? $"the values {Within(z.Within, sameCell)}" : "a reference population";
        string bound = reach is { } most ? Invariant($" With so few values no distance exceeds {most:0.0}σ.") : "";
        return $"Colours show the distance from the mean μ of {source} in standard deviations σ{(turned ? ", turned round where lower is better" : "")}; {Numbers}.{bound}";
    }

    private static string Within(Across across, string sameCell) => across switch
    {
        Across.Column => "of each column",
        Across.Row => "of each row",
        _ => sameCell,
    };
}
