using System.Globalization;
using System.Text;

namespace BenchWorker.Analysis;

/// <summary>A template with its holes filled: the statement itself, its wording and its numbers in one value.</summary>
public sealed record Sentence(Template Template, IReadOnlyDictionary<string, Fill> Fills)
{
    /// <summary>The sentence as plain text.</summary>
    /// <param name="value">The number to print for a numeric fill; the writer's own by default.</param>
    public string Text(HeatmapTable table, Func<Fill.Number, double>? value = null) => Render(table, LabelText.Plain, value);

    /// <summary>The sentence with hostile labels escaped for Markdown.</summary>
    public string Markdown(HeatmapTable table) => Render(table, LabelText.Markdown, value: null);

    /// <summary>Every number of the sentence in the order printed, those of inner clauses included.</summary>
    public IEnumerable<Fill.Number> Numbers()
    {
        foreach (TemplatePiece piece in Template.Pieces)
        {
            if (piece is not TemplatePiece.Hole hole)
                continue;
            if (Fills[hole.Name] is Fill.Number number)
                yield return number;
            if (Fills[hole.Name] is Fill.Clauses clauses)
                foreach (Fill.Number inner in clauses.Sentences.SelectMany(static sentence => sentence.Numbers()))
                    yield return inner;
        }
    }

    private string Render(HeatmapTable table, Func<string, string> label, Func<Fill.Number, double>? value)
    {
        StringBuilder text = new();
        foreach (TemplatePiece piece in Template.Pieces)
        {
            text.Append(piece switch
            {
                TemplatePiece.Words words => words.Text,
                TemplatePiece.Plural plural => Amount(plural.Name, value) == 1 ? plural.One : plural.Many,
                TemplatePiece.Hole hole => Show(Fills[hole.Name], table, label, value),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }

        return text.ToString();
    }

    private double Amount(string hole, Func<Fill.Number, double>? value) => Fills[hole] switch
    {
        Fill.Number number => value?.Invoke(number) ?? number.Value,
        Fill.Names names => names.Indices.Count,
        Fill.Labels labels => labels.Texts.Count,
        Fill.Cells cells => cells.Addresses.Count,
        _ => throw new ArgumentException($"The hole {hole} of {Template.Kind.Id} has no number to agree with.", nameof(hole)),
    };

    private static string Show(Fill fill, HeatmapTable table, Func<string, string> label, Func<Fill.Number, double>? value) => fill switch
    {
        Fill.Number number => Show(value?.Invoke(number) ?? number.Value, number),
        Fill.Names names => LabelText.List([.. names.Indices.Select(index => label(table.Label(names.Axis, index)))]),
        Fill.Position position => $"{label(table.Columns.Name)} {label(table.Columns.Labels[position.Column])}",
        Fill.Cells cells => string.Join("; ", cells.Addresses.Select(cell => Show(cell, table, label))),
        Fill.Where where => table.Facets.Count == 1 ? "" : " in " + label(table.Facets.Labels[where.Facet]),
        Fill.Label text => label(text.Text),
        Fill.Labels texts => LabelText.List([.. texts.Texts.Select(label)]),
        Fill.Clauses clauses => string.Join(clauses.Separator, clauses.Sentences.Select(sentence => sentence.Render(table, label, value))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Show(CellAddress cell, HeatmapTable table, Func<string, string> label)
    {
        string column = label(table.Columns.Labels[cell.Column]);
        if (table.Columns.Ordered)
            column = $"{label(table.Columns.Name)} {column}";
        string text = $"{label(table.Rows.Labels[cell.Row])}, {column}";
        return table.Facets.Count == 1 ? text : $"{text}, {label(table.Facets.Labels[cell.Facet])}";
    }

    /// <summary>Text of a number, also what the verifier compares.</summary>
    internal static string Show(double value, Fill.Number number) => number.Style switch
    {
        _ when !double.IsFinite(value) => "not a number",
        NumberStyle.Probability => Probability(Settle(value), number.Decimals),
        _ => DisplayNumber.Format(Settle(value), number.Decimals, number.Style == NumberStyle.Signed),
    };

    /// <summary>Drops the last digits of a double, which depend on the order of summation, before the one rounding that a reader sees.</summary>
    private static double Settle(double value) =>
        double.Parse(value.ToString("G14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Probability(double value, int decimals)
    {
        double least = Math.Pow(10, -decimals);
        return value < least ? "< " + DisplayNumber.Format(least, decimals) : "= " + DisplayNumber.Format(value, decimals);
    }
}
