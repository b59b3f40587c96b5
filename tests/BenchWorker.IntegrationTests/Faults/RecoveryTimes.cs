using System.Globalization;

namespace BenchWorker.IntegrationTests;

/// <summary>How long it took, each time, until all was well again.</summary>
internal sealed class RecoveryTimes
{
    private readonly List<double> seconds = [];

    public int Count => seconds.Count;

    public void Add(TimeSpan time) => seconds.Add(time.TotalSeconds);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {Quantile(0.5):F2} s, p99 {Quantile(0.99):F2} s, worst {seconds.Max():F2} s");

    /// <summary>The smallest time that at least this share of all times does not exceed.</summary>
    private double Quantile(double share) => seconds.Order().ElementAt((int)Math.Ceiling(share * seconds.Count) - 1);
}
