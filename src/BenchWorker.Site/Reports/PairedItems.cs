using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>For each entity its number on each item: a sample, or a column of the board.</summary>
internal sealed class PairedItems
{
    /// <summary>Two numbers belong together only where they agree in these.</summary>
    private static readonly string[] Always = ["task", "subset", "metric"];

    private readonly Dictionary<string, SortedDictionary<string, double>> byEntity;

    private PairedItems(Dictionary<string, SortedDictionary<string, double>> byEntity, bool samples) => (this.byEntity, IsSamples) = (byEntity, samples);

    private bool IsSamples { get; }

    /// <summary>What is paired, in the plural.</summary>
    public string What => IsSamples ? "samples" : "tasks";

    public string Key => IsSamples ? "sample" : "task";

    /// <summary>Repeated measurements of one item are averaged; values are sorted first, so that their order changes no bit.</summary>
    public static PairedItems Of(FigureRequest request, IReadOnlyList<string> entities)
    {
        Result[] rows = [.. request.Results.Where(row => row.Field(request.Board.Entity) is { } entity && entities.Contains(entity, StringComparer.Ordinal))];
        bool samples = rows.Any(static row => row.SampleId is not null);
        string[] fields = [.. Always.Concat(samples ? ["sample_id"] : request.Rules.Columns).Distinct(StringComparer.Ordinal)];
        Dictionary<string, SortedDictionary<string, double>> items = new(StringComparer.Ordinal);
        foreach (string entity in entities)
        {
            SortedDictionary<string, double> own = new(StringComparer.Ordinal);
            foreach (IGrouping<string, double> item in rows
                .Where(row => row.Field(request.Board.Entity) == entity && (!samples || row.SampleId is not null))
                .GroupBy(row => string.Join(" / ", fields.Select(row.Field).Where(static part => !string.IsNullOrEmpty(part))), row => Number(row, request.Declaration.Field), StringComparer.Ordinal))
            {
                double[] sorted = [.. item.Where(double.IsFinite).Order()];
                if (sorted.Length > 0)
                    own[item.Key] = sorted.Sum() / sorted.Length;
            }

            items[entity] = own;
        }

        return new PairedItems(items, samples);
    }

    /// <summary>Every item that some entity has, in ordinal order.</summary>
    public IReadOnlyList<string> Items => [.. byEntity.Values.SelectMany(static own => own.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>NaN where the entity has not that item.</summary>
    public double this[string entity, string item] => byEntity[entity].TryGetValue(item, out double value) ? value : double.NaN;

    public DensityPanel Panel(string x, string y)
    {
        (string Item, double X, double Y)[] pairs = [.. Common(x, y)];
        return new DensityPanel(x, y, [.. pairs.Select(static pair => pair.X)], [.. pairs.Select(static pair => pair.Y)]);
    }

    public IEnumerable<IReadOnlyList<string>> Rows(string x, string y) =>
        Common(x, y).Select(IReadOnlyList<string> (pair) => [x, y, pair.Item, FigureValues.Number(pair.X), FigureValues.Number(pair.Y)]);

    private IEnumerable<(string Item, double X, double Y)> Common(string x, string y)
    {
        foreach ((string item, double value) in byEntity[x])
        {
            if (byEntity[y].TryGetValue(item, out double other))
                yield return (item, value, other);
        }
    }

    private static double Number(Result row, string field) =>
        field == "value" ? row.Value
        : field == "stderr" ? row.StandardError ?? double.NaN
        : double.TryParse(row.Field(field), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
}
