namespace BenchWorker.Analysis;

public enum NumberStyle
{
    Plain,

    /// <summary>With a plus sign where positive.</summary>
    Signed,

    /// <summary>A count; none of them is said in words.</summary>
    NoneForZero,

    /// <summary>A p-value with its relation: "= 0.011", "&lt; 0.001".</summary>
    Probability,
}

/// <summary>What stands in one hole of a template.</summary>
public abstract record Fill
{
    private Fill()
    {
    }

    /// <param name="Value">What the writer computed; the verifier recomputes it from <paramref name="Quantity"/>.</param>
    public sealed record Number(Quantity Quantity, double Value, int Decimals, NumberStyle Style = NumberStyle.Plain) : Fill;

    /// <summary>Labels of an axis, listed as in prose; one that is only a number gets the axis' name: "type 2".</summary>
    /// <param name="Bare">The axis is clear from the words around: "0 to 9".</param>
    public sealed record Names(Axis Axis, IReadOnlyList<int> Indices, bool Bare = false) : Fill;

    /// <summary>A column of an ordered axis with the axis' name before it, unless its label begins with that: "Length 3", "step 500".</summary>
    public sealed record Position(int Column) : Fill;

    /// <summary>Cells by row, column and facet, separated by semicolons.</summary>
    /// <param name="FacetSaid">The words around have named the facet.</param>
    public sealed record Cells(IReadOnlyList<CellAddress> Addresses, bool FacetSaid = false) : Fill;

    /// <summary>" in Probe"; nothing where the table has one facet.</summary>
    public sealed record Where(int Facet) : Fill;

    /// <summary>A word that belongs to the table and not to the template: the metric, a unit, an entity of an earlier publication.</summary>
    public sealed record Label(string Text) : Fill;

    /// <summary>Several such words, listed as in prose.</summary>
    public sealed record Labels(IReadOnlyList<string> Texts) : Fill;

    /// <summary>Entities of the ranking, now or earlier, listed as in prose; one that is only a number gets their name: "type 2".</summary>
    public sealed record Entities(IReadOnlyList<string> Texts) : Fill;

    /// <summary>A sentence of its own inside another.</summary>
    public sealed record Clauses(IReadOnlyList<Sentence> Sentences, string Separator) : Fill;
}
