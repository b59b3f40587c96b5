using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A declared colour scale as the figure library takes it.</summary>
internal static class ColourSpecs
{
    /// <param name="metric">Its declared range is the scale's where neither the figure nor a panel's own scale says otherwise; null for numbers that are not scores.</param>
    public static ColourScaleSpec Of(ColourDeclaration colour, MetricScale? metric, string title) => new()
    {
        Map = colour.Map is { } name ? Colormap.Parse(name) : null,
        Limits = Limits(colour, metric),
        Standardize = Standardize(colour),
        Bins = colour.Steps,
        Title = colour.Standardize is null ? title : $"{title}, standardised",
    };

    /// <summary>Standardised colours have limits of their own.</summary>
    private static ScaleLimits Limits(ColourDeclaration colour, MetricScale? metric) => colour switch
    {
        { Standardize: not null } => ScaleLimits.FromData,
        { Robust: { } robust } => new ScaleLimits.Robust(robust.Low, robust.High),
        { Center: { } centre } => new ScaleLimits.Centred(centre, colour.Reach),
        _ => (colour.Min ?? metric?.Min, colour.Max ?? metric?.Max) is var (min, max) && (min ?? max) is null ? ScaleLimits.FromData : new ScaleLimits.Declared(min, max),
    };

    private static Standardization Standardize(ColourDeclaration colour) => (colour.Standardize, colour.By) switch
    {
        (null, _) => Standardization.Off,
        ({ } within, StandardizedBy.MinMax) => new Standardization.MinMax(within),
        ({ } within, StandardizedBy.Rank) => new Standardization.Rank(within),
        ({ } within, _) => new Standardization.ZScore(within, colour.Limit, colour.Reference.Count == 0 ? null : colour.Reference),
    };
}
