using System.CommandLine;
using System.Globalization;
using Npgsql;

namespace BenchWorker;

/// <summary><c>benchworker invalidate RUN --reason TEXT</c></summary>
internal static class InvalidateCommand
{
    public static Command Create()
    {
        Argument<string> run = new("run") { Description = "Name of the run, as results were reported with it" };
        Option<string> reason = new("--reason") { Description = "Why; the boards print it", Required = true };
        Option<string> benchmark = new("--benchmark") { Description = "The benchmark, where several have a run of this name" };
        Command command = new("invalidate", "Quarantine a run: its rows stay, the boards forget them and say so") { run, reason, benchmark };
        command.SetAction((parsed, ct) => DatabaseCommand.RunAsync(
            parsed, (_, results) => RunAsync(results.Database, parsed.GetRequiredValue(run), parsed.GetRequiredValue(reason), parsed.GetValue(benchmark), ct), ct));
        return command;
    }

    private static async Task<int> RunAsync(NpgsqlDataSource database, string run, string reason, string? benchmark, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new CommandFailedException("--reason is empty; say why the run does not count, readers will see it.");
        string[] benchmarks = await BenchmarksOfAsync(database, run, benchmark, ct);
        if (benchmarks.Length == 0)
            throw new CommandFailedException($"No benchmark has a run \"{run}\". Runs are listed by: select name from bench.run");
        if (benchmarks.Length > 1)
            throw new CommandFailedException($"{benchmarks.Length} benchmarks have a run \"{run}\" ({string.Join(", ", benchmarks)}); name one with --benchmark.");
        await using NpgsqlCommand update = database.CreateCommand(
            """
            update bench.run r set invalidated_at = coalesce(r.invalidated_at, now()), invalidated_reason = $3
            from bench.benchmark b where b.id = r.benchmark_id and r.name = $1 and b.name = $2
            """);
        update.Parameters.Add(new NpgsqlParameter<string> { TypedValue = run });
        update.Parameters.Add(new NpgsqlParameter<string> { TypedValue = benchmarks[0] });
        update.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reason });
        int rows = await update.ExecuteNonQueryAsync(ct);
        Terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{rows} run of {benchmarks[0]} is quarantined."));
        return ExitStatus.Done;
    }

    private static async Task<string[]> BenchmarksOfAsync(NpgsqlDataSource database, string run, string? benchmark, CancellationToken ct)
    {
        await using NpgsqlCommand find = database.CreateCommand(
            "select coalesce(array_agg(b.name order by b.name), '{}') from bench.run r join bench.benchmark b on b.id = r.benchmark_id where r.name = $1 and ($2::text is null or b.name = $2)");
        find.Parameters.Add(new NpgsqlParameter<string> { TypedValue = run });
        find.Parameters.Add(new NpgsqlParameter { Value = (object?)benchmark ?? DBNull.Value });
        return (string[])(await find.ExecuteScalarAsync(ct))!;
    }
}
