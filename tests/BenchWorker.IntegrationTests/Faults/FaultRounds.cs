using System.Globalization;

namespace BenchWorker.IntegrationTests;

/// <summary>How long the fault tests go on: a short form with every run of the tests, and the full length by environment variables.</summary>
internal static class FaultRounds
{
    private const string Variable = "BENCHWORKER_FAULT_ROUNDS";
    private const string MinutesVariable = "BENCHWORKER_FAULT_MINUTES";

    /// <param name="few">Rounds of the short form.</param>
    public static int Of(int few) => Number(Variable) ?? few;

    /// <summary>How long the tests go on that run for a time and not for rounds.</summary>
    public static TimeSpan For(TimeSpan brief) => Number(MinutesVariable) is { } minutes ? TimeSpan.FromMinutes(minutes) : brief;

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;
}
