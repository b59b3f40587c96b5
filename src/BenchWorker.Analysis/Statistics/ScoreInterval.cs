namespace BenchWorker.Analysis;

/// <summary>An interval of scores, both ends included, in the score's unit.</summary>
public readonly record struct ScoreInterval(double Low, double High)
{
    public double[] ToArray() => [Low, High];
}
