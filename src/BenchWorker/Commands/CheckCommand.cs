using System.CommandLine;
using BenchWorker.Figures;
using BenchWorker.Site;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BenchWorker;

/// <summary><c>benchworker check [--print-triggers BOARD]</c></summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Option<string?> triggers = new("--print-triggers") { Description = "Print the SQL that lets the watched table of this board mark its changes; its owner installs it", HelpName = "BOARD" };
        Command command = new("check", "Validate configuration, boards, database rights, publishing targets and fonts; changes nothing") { triggers };
        command.SetAction((parsed, ct) => DatabaseCommand.RunAsync(parsed, (builder, results) => RunAsync(builder, results, parsed.GetValue(triggers), ct), ct));
        return command;
    }

    private static async Task<int> RunAsync(HostApplicationBuilder builder, ResultsConnection results, string? triggers, CancellationToken ct)
    {
        using IHost host = builder.AddBenchWorker(results.Database).AddTelemetry().AddSchedules(results.Source).Build();
        IReadOnlyDictionary<string, Board> boards = await host.Services.GetRequiredService<BoardRegistry>().DeclaredAsync(ct);
        if (triggers is not null)
            return await PrintAsync(triggers, boards, new WatchCheck(results.Database), ct);
        int wrong = 0;
        wrong += await TryAsync("settings", () => Task.FromResult(Settings(host.Services)));
        wrong += await TryAsync("fonts", () => Task.FromResult(host.Services.GetRequiredService<FontSet>() is not null ? "can be read" : ""));
        wrong += await TryAsync("database", async () => await RightsCheck.DescribeAsync(results.Database, ct));
        foreach (ISitePublisher target in host.Services.GetRequiredService<SitePublishers>().All)
            wrong += await TryAsync($"target {target.Name}", async () => await target.ReadAsync(ct) is { } live ? $"holds release {live.Release.Sequence}" : "is empty");
        IResultSource source = host.Services.GetRequiredService<IResultSource>();
        WatchCheck watch = new(results.Database);
        foreach (Board board in boards.Values)
        {
            wrong += await TryAsync($"board {board.Slug}", async () => $"{(await source.ReadAsync(board, ct)).Results.Count} rows");
            wrong += await TryAsync($"board {board.Slug}", () => watch.DescribeAsync(board, ct));
        }

        return wrong == 0 ? ExitStatus.Done : ExitStatus.Failed;
    }

    /// <summary>Asks for every section once, which validates it.</summary>
    private static string Settings(IServiceProvider services)
    {
        services.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate();
        return "are valid";
    }

    private static async Task<int> PrintAsync(string slug, IReadOnlyDictionary<string, Board> boards, WatchCheck check, CancellationToken ct)
    {
        if (!boards.TryGetValue(slug, out Board? board))
            throw new CommandFailedException($"There is no board \"{slug}\". Boards: {string.Join(", ", boards.Keys)}.");
        if (board.Refresh.Watch is not { } watch)
            throw new CommandFailedException($"Board {slug} names no table to watch; add refresh: {{ watch: {{ table: schema.table }} }} to its file.");
        Terminal.Result(await check.TriggerAsync(board, watch, ct));
        return ExitStatus.Done;
    }

    private static async Task<int> TryAsync(string subject, Func<Task<string>> check)
    {
        try
        {
            Terminal.Result($"ok    {subject}: {await check()}");
            return 0;
        }
        catch (Exception e) when (Failure.Describe(e) is { } sentence)
        {
            Terminal.Result($"wrong {subject}: {sentence}");
            return 1;
        }
    }
}
