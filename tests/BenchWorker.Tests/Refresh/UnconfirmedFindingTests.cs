using System.Diagnostics.Metrics;
using System.Text;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

/// <summary>A refresh whose writers say something wrong: it stands nowhere on the site, is counted, and is logged with what it rests on.</summary>
public sealed class UnconfirmedFindingTests : IDisposable
{
    private const string Slug = "unconfirmed-finding";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("benchworker-unconfirmed-");
    private readonly Recorder log = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_statement_that_the_data_do_not_confirm_is_left_out_counted_and_logged_with_its_evidence()
    {
        List<string> counted = [];
        using MeterListener listener = Listen(counted);

        SiteSnapshot site = await RefreshAsync(static table => [.. FindingEngine.Find(table).Select(static finding => finding.Kind == FindingKinds.E1 ? Misprinted(finding) : finding)]);

        Texts(site).ShouldAllBe(static text => !text.Contains("The highest value", StringComparison.Ordinal));
        Text(site, "summary.md").ShouldContain("Heatmap of accuracy");
        counted.ShouldBe([$"1 {Slug} E1"]);
        string said = log.Errors.ShouldHaveSingleItem();
        said.ShouldStartWith($"Left a statement (E1) out of {Slug}, because it was not confirmed: The highest value is 1.0 (m1, t2); the lowest value is 0.4 (m2, t3).");
        said.ShouldContain("Evidence: 0.9500000000000001 is Max(all cells); 0.35 is Min(all cells); ");
    }

    [Fact]
    public async Task Of_what_the_data_confirm_nothing_is_left_out()
    {
        List<string> counted = [];
        using MeterListener listener = Listen(counted);

        SiteSnapshot site = await RefreshAsync(FindingEngine.Find);

        Text(site, "summary.md").ShouldContain("The highest value is 0.9 (m1, t2); the lowest value is 0.3 (m2, t3).");
        Text(site, "index.html").ShouldContain("The highest value is 0.9");
        counted.ShouldBeEmpty();
        log.Errors.ShouldBeEmpty();
    }

    /// <summary>Through the worker's own services, as a look that changes nothing; no database is asked for a board whose rows are given.</summary>
    private async Task<SiteSnapshot> RefreshAsync(FindingSource findings)
    {
        const string nowhere = "Host=127.0.0.1;Port=1;Username=a;Database=a;Timeout=1";
        HostApplicationBuilder builder = WorkerHost.CreateBuilder(new Dictionary<string, string?> { ["BenchWorker:Site:Folder"] = folder.FullName, ["BenchWorker:Logging:Level"] = "Fatal" });
        builder.AddBenchWorker(NpgsqlDataSource.Create(nowhere));
        builder.Services.AddSingleton<IResultSource>(new GivenRows());
        builder.Services.AddSingleton<IRasterizer>(new BlankRasterizer());
        builder.Services.AddSingleton(findings);
        builder.Services.AddSingleton<ILogger<DroppedFindings>>(log);
        using IHost host = builder.Build();
        Board board = new() { Slug = Slug, Title = "Board", Source = new BoardSource.Benchmark("b"), Figures = [new FigureDeclaration()] };
        BoardRendering rendering = await host.Services.GetRequiredService<BoardRefresh>().RunAsync(board, claim: null, TestContext.Current.CancellationToken);
        return SiteBuilder.Build([rendering], published: null, host.Services.GetRequiredService<SiteOptions>());
    }

    /// <summary>Every number raised by 0.05.</summary>
    private static Finding Misprinted(Finding finding) => finding with { Sentence = Misprinted(finding.Sentence) };

    private static Sentence Misprinted(Sentence sentence) => sentence with
    {
        Fills = sentence.Fills.ToDictionary(static fill => fill.Key, static fill => fill.Value switch
        {
            Fill.Number number => number with { Value = number.Value + 0.05 },
            Fill.Clauses clauses => clauses with { Sentences = [.. clauses.Sentences.Select(Misprinted)] },
            _ => fill.Value,
        }),
    };

    private static IEnumerable<string> Texts(SiteSnapshot site) =>
        site.Files.Where(static file => file.Key.EndsWith(".md", StringComparison.Ordinal) || file.Key.EndsWith(".html", StringComparison.Ordinal) || file.Key.EndsWith(".json", StringComparison.Ordinal))
            .Select(static file => Encoding.UTF8.GetString(file.Value.Content.Span));

    private static string Text(SiteSnapshot site, string name) => Encoding.UTF8.GetString(site.Files[$"boards/{Slug}/{name}"].Content.Span);

    /// <summary>Amount, board and kind of what is counted for this board; other tests count for theirs.</summary>
    private static MeterListener Listen(List<string> counted)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == WorkerMetrics.MeterName && instrument.Name == "benchworker.findings.dropped")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, amount, tags, _) =>
        {
            string[] words = [$"{amount}", .. tags.ToArray().Select(static tag => $"{tag.Value}")];
            if (words[1] == Slug)
                counted.Add(string.Join(' ', words));
        });
        listener.Start();
        return listener;
    }

    private sealed class GivenRows : IResultSource
    {
        private static readonly double[][] Values = [[0.5, 0.9, 0.7], [0.6, 0.4, 0.3]];

        public Task<ResultSnapshot> ReadAsync(Board board, CancellationToken ct) => Task.FromResult(new ResultSnapshot(
        [
            .. from model in Enumerable.Range(0, 2)
               from task in Enumerable.Range(0, 3)
               select new Result { Benchmark = "b", Model = $"m{model + 1}", Task = $"t{task + 1}", Metric = "accuracy", Direction = Direction.HigherIsBetter, Value = Values[model][task] },
        ], DataAsOf: null));
    }

    private sealed class Recorder : ILogger<DroppedFindings>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error)
                Errors.Add(formatter(state, exception));
        }
    }
}
