using System.CommandLine;
using System.Globalization;
using BenchWorker.Site;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Spectre.Console;

namespace BenchWorker;

/// <summary><c>benchworker publish [BOARD...] [--recompute | --dry-run]</c></summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        Argument<string[]> boards = new("board") { Description = "Slugs of the boards to refresh; none for all", Arity = ArgumentArity.ZeroOrMore };
        Option<bool> dryRun = new("--dry-run") { Description = "Print what would be written and why; change nothing" };
        Option<bool> recompute = new("--recompute") { Description = "First compute every stored sum from its samples again; the same results give the same bytes" };
        Command command = new("publish", "Refresh boards once and publish them") { boards, dryRun, recompute };
        command.Validators.Add(result =>
        {
            if (result.GetValue(dryRun) && result.GetValue(recompute))
                result.AddError("--dry-run changes nothing and --recompute does; name one of them.");
        });
        command.SetAction((parsed, ct) => DatabaseCommand.RunAsync(parsed, async (builder, results) =>
        {
            using IHost host = builder.AddBenchWorker(results.Database).Build();
            string[] wanted = parsed.GetValue(boards) ?? [];
            if (parsed.GetValue(dryRun))
                return await PlanAsync(host.Services, wanted, ct);
            int status = await PublishAsync(host.Services, wanted, parsed.GetValue(recompute), ct);
            Terminal.Note($"Target {string.Join(", ", host.Services.GetRequiredService<TargetList>().Places)}");
            return status;
        }, ct));
        return command;
    }

    /// <summary>Requests and drains: the command takes part in the same queue as any worker, so that both may run at once.</summary>
    /// <param name="recompute">Whether stored sums are computed anew rather than brought up to date.</param>
    public static async Task<int> PublishAsync(IServiceProvider services, IReadOnlyList<string> boards, bool recompute, CancellationToken ct)
    {
        BoardRegistry registry = services.GetRequiredService<BoardRegistry>();
        await registry.SynchronizeAsync(TimeSpan.Zero, ct);
        RequireKnown(boards, registry.Boards);
        IReadOnlyList<string> wanted = boards.Count > 0 ? boards : [.. registry.Boards.Keys];
        if (wanted.Count == 0)
        {
            Terminal.Note("There is nothing to publish: the database holds no benchmark. \"benchworker import csv FILE\" brings results in.");
            return ExitStatus.Done;
        }

        if (recompute)
            await services.GetRequiredService<CellFold>().MarkAllAsync(wanted.Select(slug => registry.Boards[slug]), ct);
        RequestedBoards requests = await RequestedBoards.AskAsync(services.GetRequiredService<NpgsqlDataSource>(), wanted, ct);
        await Terminal.Stderr.Progress().StartAsync(async progress =>
        {
            ProgressTask task = progress.AddTask("Publishing", maxValue: wanted.Count);
            RefreshWorker worker = services.GetRequiredService<RefreshWorker>();
            while (await requests.UntriedAsync(ct) is > 0 and var open)
            {
                task.Value = wanted.Count - open;
                if (!await worker.WorkAsync(ct))
                    await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
            }

            task.Value = wanted.Count;
        });
        await services.GetRequiredService<Webhooks>().DrainAsync(ct);
        return await ReportAsync(requests, ct);
    }

    private static async Task<int> ReportAsync(RequestedBoards requests, CancellationToken ct)
    {
        int failed = 0;
        foreach (RequestFate fate in await requests.FatesAsync(ct))
        {
            if (fate.State == "done")
            {
                Terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{fate.Board}: {(fate.Changed ? $"published, release {fate.Sequence}" : "unchanged, nothing written")}"));
                continue;
            }

            failed++;
            string later = fate.State == "accepted" ? " The request stays in the queue; the next worker or publish tries again." : "";
            Terminal.Error($"{fate.Board}: {fate.Error}{later}");
        }

        return failed == 0 ? ExitStatus.Done : ExitStatus.Failed;
    }

    private static async Task<int> PlanAsync(IServiceProvider services, IReadOnlyList<string> boards, CancellationToken ct)
    {
        IReadOnlyDictionary<string, Board> known = await services.GetRequiredService<BoardRegistry>().DeclaredAsync(ct);
        RequireKnown(boards, known);
        BoardRefresh refresh = services.GetRequiredService<BoardRefresh>();
        List<BoardRendering> rendered = [];
        foreach (Board board in known.Values.Where(board => boards.Count == 0 || boards.Contains(board.Slug, StringComparer.Ordinal)))
            rendered.Add(await refresh.RunAsync(board, claim: null, ct));
        foreach (ISitePublisher target in services.GetRequiredService<SitePublishers>().All)
        {
            SiteOptions options = services.GetRequiredService<SiteOptions>() with { Boards = [.. known.Keys], Snapshots = target.KeepsSnapshots };
            LiveSite? live = await PublishedBoards.ReadAsync(target, rendered, options, ct);
            SiteSnapshot site = SiteBuilder.Build(rendered, live, options);
            Terminal.Result($"{target.Name}: {PublishPlan.Between(live, site).Describe().TrimEnd('\n')}");
        }

        return ExitStatus.Done;
    }

    private static void RequireKnown(IReadOnlyList<string> boards, IReadOnlyDictionary<string, Board> known)
    {
        if (boards.FirstOrDefault(board => !known.ContainsKey(board)) is { } unknown)
            throw new CommandFailedException($"There is no board \"{unknown}\". Boards: {(known.Count == 0 ? "none" : string.Join(", ", known.Keys))}.");
    }
}
