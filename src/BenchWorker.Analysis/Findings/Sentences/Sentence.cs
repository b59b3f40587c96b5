using System.Globalization;
using System.Text;

namespace BenchWorker.Analysis;

/// <summary>A template with its holes filled: the statement itself, its wording and its numbers in one value.</summary>
public sealed record Sentence(Template Template, IReadOnlyDictionary<string, Fill> Fills)
{
    /// <summary>The sentence as plain text.</summary>
    /// <param name="value">The number to print for a numeric fill; the writer's own by default.</param>
    public string Text(HeatmapTable table, Func<Fill.Number, double>? value = null) => Opened(table, Render(table, LabelText.Plain, value));

    /// <summary>The sentence with hostile labels escaped for Markdown.</summary>
    public string Markdown(HeatmapTable table) => Opened(table, Render(table, LabelText.Markdown, value: null));

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

    /// <summary>A sentence that opens with the name of an axis ("Type 2 falls") opens with a capital; labels stay as they are.</summary>
    private string Opened(HeatmapTable table, string text) =>
        text.Length > 0 && Template.Pieces[0] is TemplatePiece.Hole hole && First(table, Fills[hole.Name]) is { } name && IsNumber(name)
            ? char.ToUpperInvariant(text[0]) + text[1..]
            : text;

    /// <summary>The first label of a list that names an axis before numbers; null for other fills.</summary>
    private static string? First(HeatmapTable table, Fill fill) => fill switch
    {
        Fill.Names { Bare: false, Indices: [var index, ..] } names => table.Label(names.Axis, index),
        Fill.Entities { Texts: [var entity, ..] } => entity,
        _ => null,
    };

    private double Amount(string hole, Func<Fill.Number, double>? value) => Fills[hole] switch
    {
        Fill.Number number => value?.Invoke(number) ?? number.Value,
        Fill.Names names => names.Indices.Count,
        Fill.Labels labels => labels.Texts.Count,
        Fill.Entities entities => entities.Texts.Count,
        Fill.Cells cells => cells.Addresses.Count,
        _ => throw new ArgumentException($"The hole {hole} of {Template.Kind.Id} has no number to agree with.", nameof(hole)),
    };

    private static string Show(Fill fill, HeatmapTable table, Func<string, string> label, Func<Fill.Number, double>? value) => fill switch
    {
        Fill.Number number => Show(value?.Invoke(number) ?? number.Value, number),
        Fill.Names { Bare: true } names => LabelText.List([.. names.Indices.Select(index => label(table.Label(names.Axis, index)))]),
        Fill.Names names => LabelText.List([.. names.Indices.Select(index => Name(table, names.Axis, index, label))]),
        Fill.Position position => At(table, position.Column, label),
        Fill.Cells cells => string.Join("; ", cells.Addresses.Select(cell => Show(cell, table, label, cells.FacetSaid || table.Facets.Count == 1))),
        Fill.Where where => table.Facets.Count == 1 ? "" : " in " + Name(table, Axis.Facet, where.Facet, label),
        Fill.Label { Text: [' ', ..] text } => " " + label(text[1..]),
        Fill.Label text => label(text.Text),
        Fill.Labels texts => LabelText.List([.. texts.Texts.Select(label)]),
        Fill.Entities entities => LabelText.List([.. entities.Texts.Select(entity => Name(table.Board?.Entity ?? table.Rows.Name, entity, label))]),
        Fill.Clauses clauses => string.Join(clauses.Separator, clauses.Sentences.Select(sentence => sentence.Render(table, label, value))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Show(CellAddress cell, HeatmapTable table, Func<string, string> label, bool withoutFacet)
    {
        string column = table.Columns.Ordered
            ? At(table, cell.Column, label)
            : Name(table, Axis.Column, cell.Column, label);
        string text = $"{Name(table, Axis.Row, cell.Row, label)}, {column}";
        return withoutFacet ? text : $"{text}, {Name(table, Axis.Facet, cell.Facet, label)}";
    }

    /// <summary>A place along an ordered axis: "Length 3"; a label that says the axis itself stands alone: "step 500".</summary>
    private static string At(HeatmapTable table, int column, Func<string, string> label)
    {
        (string axis, string text) = (table.Columns.Name, table.Columns.Labels[column]);
        bool says = text.StartsWith(axis, StringComparison.OrdinalIgnoreCase) && text.Length > axis.Length && !char.IsLetter(text[axis.Length]);
        return says ? label(text) : $"{label(axis)} {label(text)}";
    }

    private static string Name(HeatmapTable table, Axis axis, int index, Func<string, string> label) => Name(table.AxisOf(axis).Name, table.Label(axis, index), label);

    private static string Name(string axis, string text, Func<string, string> label) => IsNumber(text) ? $"{label(axis)} {label(text)}" : label(text);

    /// <summary>A label without a letter ("2", "0.5", "1-3") names nothing by itself.</summary>
    private static bool IsNumber(string label) => label.Length > 0 && !label.Any(char.IsLetter);

    /// <summary>Text of a number, also what the verifier compares.</summary>
    internal static string Show(double value, Fill.Number number) => number.Style switch
    {
        _ when !double.IsFinite(value) => "not a number",
        NumberStyle.NoneForZero when value == 0 => "none",
        NumberStyle.Probability => Probability(Settle(value), number.Decimals),
        _ => DisplayNumber.Format(Settle(value), number.Decimals, number.Style == NumberStyle.Signed),
    };

    /// <summary>Drops the last digits of a double, which depend on the order of summation, before the one rounding that a reader sees.</summary>
    private static double Settle(double value) =>
        double.Parse(value.ToString("G14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Probability(double value, int decimals)
    {
        double least = PowersOfTen.Of(-decimals);
        return value < least ? "< " + DisplayNumber.Format(least, decimals) : "= " + DisplayNumber.Format(value, decimals);
    }
}
