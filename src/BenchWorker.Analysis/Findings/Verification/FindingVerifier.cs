namespace BenchWorker.Analysis;

/// <summary>What the second code path says of a finding.</summary>
public enum Verdict
{
    Holds,

    /// <summary>A number or a relation does not come out of the table.</summary>
    Fails,
}

/// <summary>Re-derives every number and relation of findings from the table; a sentence that does not come out byte for byte is not published.</summary>
public sealed class FindingVerifier(HeatmapTable table)
{
    private readonly QuantityEvaluator evaluator = new(table);

    public Verdict Verify(Finding finding)
    {
        if (!finding.Checks.All(evaluator.Holds))
            return Verdict.Fails;
        if (!finding.Sentence.Numbers().All(Agrees))
            return Verdict.Fails;
        string published = finding.Sentence.Text(table);
        string derived = finding.Sentence.Text(table, number => evaluator.Evaluate(number.Quantity));
        return string.Equals(published, derived, StringComparison.Ordinal) ? Verdict.Holds : Verdict.Fails;
    }

    private bool Agrees(Fill.Number number)
    {
        double value = evaluator.Evaluate(number.Quantity);
        return double.IsFinite(value)
            && string.Equals(Sentence.Show(value, number), Sentence.Show(number.Value, number), StringComparison.Ordinal);
    }
}
