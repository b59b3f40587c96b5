namespace BenchWorker.Analysis;

/// <summary>A relation that a sentence's words assert.</summary>
public sealed record Check(Quantity First, Comparison Comparison, Quantity Second)
{
    public Check(Quantity first, Comparison comparison, double second)
        : this(first, comparison, new Quantity.Constant(second))
    {
    }
}
