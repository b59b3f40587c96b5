using System.Collections.Frozen;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>The keys of a figure that turn numbers into colours.</summary>
internal static class ColourReader
{
    public static ColourDeclaration Read(MappingReader yaml)
    {
        ColourDeclaration colour = MapAndEnds(yaml);
        if (yaml.Mapping("color") is not { } more)
            return colour;
        colour = colour with
        {
            Robust = Robust(more),
            Center = more.Number("center"),
            Reach = Reach(more),
            Steps = more.Count("steps", 2, 32),
            Standardize = more.Choice<Across>("standardize"),
            By = more.Choice<StandardizedBy>("by") ?? StandardizedBy.ZScore,
            Limit = more.Number("limit", min: 0.5, max: 10),
            Reference = Reference(more),
        };
        more.Close();
        RejectContradictions(more, colour);
        return colour;
    }

    public static ColourDeclaration MapAndEnds(MappingReader yaml)
    {
        ColourDeclaration colour = new() { Map = Map(yaml), Min = yaml.Number("min"), Max = yaml.Number("max") };
        if (colour.Min > colour.Max)
            yaml.Reject("max", "A colour scale's max cannot be below its min; to turn the colours round, write the map's name with -reversed.");
        return colour;
    }

    /// <summary>Of scales whose middle is given by what they show.</summary>
    /// <param name="reach">Whether their ends are not.</param>
    public static ColourDeclaration MapAndSteps(MappingReader yaml, bool reach)
    {
        ColourDeclaration colour = new() { Map = Map(yaml) };
        if (yaml.Mapping("color") is not { } more)
            return colour;
        colour = colour with { Steps = more.Count("steps", 2, 32), Reach = reach ? Reach(more) : null };
        more.Close();
        return colour;
    }

    private static double? Reach(MappingReader colour)
    {
        double? reach = colour.Number("reach");
        if (reach <= 0)
            colour.Reject("reach", "\"reach\" must be above 0.");
        return reach;
    }

    private static string? Map(MappingReader yaml)
    {
        string map = string.Join(", ", yaml.Texts("colormap"));
        if (map.Length == 0)
            return null;
        try
        {
            return Colormap.Parse(map).Name;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            yaml.Reject("colormap", e is FormatException ? e.Message : Sentence(e.Message));
            return null;
        }
    }

    /// <summary>An argument's name behind the message means nothing to whoever wrote the file.</summary>
    private static string Sentence(string message) =>
        message.IndexOf(" (Parameter ", StringComparison.Ordinal) is > 0 and var at ? message[..at] : message;

    private static RobustRange? Robust(MappingReader colour)
    {
        IReadOnlyList<string> texts = colour.Texts("robust");
        switch (texts)
        {
            case [] or ["false"]:
                return null;
            case ["true"]:
                return new RobustRange();
            case [var low, var high] when Percent(low) is { } from && Percent(high) is { } to && from < to:
                return new RobustRange(from, to);
            default:
                colour.Reject("robust", $"\"robust\" is {string.Join(", ", texts)}; it must be true, or two rising percentiles such as [2, 98].");
                return null;
        }
    }

    private static double? Percent(string text) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double percent) && percent is >= 0 and <= 100 ? percent : null;

    private static IReadOnlyDictionary<string, Moments> Reference(MappingReader colour)
    {
        if (colour.Mapping("reference") is not { } reference)
            return FrozenDictionary<string, Moments>.Empty;
        Dictionary<string, Moments> population = new(StringComparer.Ordinal);
        foreach (string label in reference.Keys())
        {
            if (reference.Mapping(label) is not { } moments)
                continue;
            double? mean = moments.Number("mean"), sd = moments.Number("sd", min: 0);
            moments.Close();
            if (mean is null || sd is null)
                moments.Reject("mean", $"The reference of \"{label}\" needs mean and sd, as in {{ mean: 61.2, sd: 4.5 }}.");
            else
                population[label] = new Moments(mean.Value, sd.Value);
        }

        return population;
    }

    private static void RejectContradictions(MappingReader yaml, ColourDeclaration colour)
    {
        bool ends = colour.Min is not null || colour.Max is not null;
        string[] limits = [.. new[] { (ends, "min or max"), (colour.Robust is not null, "robust"), (colour.Center is not null, "center"), (colour.Standardize is not null, "standardize") }
            .Where(static limit => limit.Item1).Select(static limit => limit.Item2)];
        if (limits.Length > 1)
            yaml.Reject("standardize", $"A colour scale has one kind of limits; {string.Join(" and ", limits)} contradict each other.");
        if (colour.Reach is not null && colour.Center is null)
            yaml.Reject("reach", "\"reach\" needs \"center\": it is the distance from there to both ends.");
        if ((colour.Limit is not null || colour.Reference.Count > 0) && (colour.Standardize is null || colour.By != StandardizedBy.ZScore))
            yaml.Reject("limit", "\"limit\" and \"reference\" belong to z-scores: add standardize: cell, row or column.");
    }
}
