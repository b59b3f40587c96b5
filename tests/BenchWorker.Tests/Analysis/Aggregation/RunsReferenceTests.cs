using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;
using Xunit;

namespace BenchWorker.Tests.Analysis.Aggregation;

public sealed class RunsReferenceTests
{
    public static TheoryData<string> Cases => ReferenceCase.Ids("runs");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_the_reference(string id)
    {
        var reference = ReferenceCase.Find(id);
        RunPolicy policy = Enum.Parse<RunPolicy>(reference.Text("policy"), ignoreCase: true);
        Direction direction = reference.Parameters.TryGetProperty("higher", out var higher) && !higher.GetBoolean() ? Direction.LowerIsBetter : Direction.HigherIsBetter;
        string[] pin = reference.Parameters.TryGetProperty("pin", out var pinned) ? [pinned.GetRawText()] : [];
        RunScore[] runs = [.. ReferenceTable.Rows("synR_runs.csv")
            .Where(row => row["model"] == reference.Text("model") && row["task"] == reference.Text("task"))
            .Select(Read)];

        Cell cell = RunCombination.Combine(runs, policy, pin, direction);

        reference.ShouldBe(new { value = cell.Value, n = cell.RunCount, sd = cell.RunSpread, stderr = cell.StandardError, reason = Reason(cell.Missing, policy) });
    }

    private static RunScore Read(IReadOnlyDictionary<string, string> row)
    {
        double value = ReferenceTable.Number(row["value"]);
        MissingReason? missing = row["status"] == "failed" ? MissingReason.Failed : double.IsNaN(value) ? MissingReason.NonFinite : null;
        return new(value, missing, Run: row["run_id"], At: DateTimeOffset.Parse(row["finished_at"], CultureInfo.InvariantCulture));
    }

    private static string? Reason(MissingReason? missing, RunPolicy policy) => missing switch
    {
        null => null,
        MissingReason.NotRun => "not_run",
        MissingReason.PinMissing => "pin_missing",
        MissingReason.Failed when policy == RunPolicy.Pinned => "pin_failed",
        MissingReason.NonFinite when policy == RunPolicy.Pinned => "pin_nonfinite",
        _ => "no_valid_run",
    };
}
