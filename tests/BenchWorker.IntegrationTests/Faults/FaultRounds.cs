using System.Globalization;

namespace BenchWorker.IntegrationTests;

/// <summary>How long the fault tests go on: a short form with every run of the tests, and the full length by one environment variable.</summary>
internal static class FaultRounds
{
    public const string Variable = "BENCHWORKER_FAULT_ROUNDS";

    /// <param name="few">Rounds of the short form.</param>
    public static int Of(int few) =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int rounds) && rounds > 0 ? rounds : few;
}
