using System.CommandLine;
using System.Globalization;
using BenchWorker.Figures;
using BenchWorker.Site;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace BenchWorker;

/// <summary><c>benchworker render --data FILE [--board FILE] [--out DIR]</c></summary>
internal static class RenderCommand
{
    /// <summary>Warnings of a board that are told one by one; the others are counted.</summary>
    private const int WarningsShown = 12;

    public static Command Create()
    {
        Option<string> data = new("--data") { Description = "Results: CSV with the long result columns, plain or gzipped", HelpName = "FILE", Required = true };
        Option<string?> board = new("--board") { Description = "Board file; without it every benchmark of the data has its default board", HelpName = "FILE" };
        Option<string> output = new("--out") { Description = "Folder for the figures and tables; a file of several boards gets a folder for each", HelpName = "DIR", DefaultValueFactory = static _ => "figures" };
        Option<string[]> only = new("--only") { Description = "Slug of a board to draw; may be repeated", HelpName = "BOARD" };
        Command command = new("render", "Draw figures and summary from a file, without any database") { data, board, output, only };
        ResultFileOptions options = new(command, "Draw the good rows of a file that also has bad ones");
        command.SetAction((parsed, ct) => RunAsync(
            parsed, parsed.GetRequiredValue(data), parsed.GetValue(board), parsed.GetRequiredValue(output), parsed.GetValue(only) ?? [], options.Read(parsed), ct));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string data, string? boardFile, string output, string[] only, ImportOptions options, CancellationToken ct)
    {
        HostApplicationBuilder builder = WorkerHost.CreateBuilder(parsed.Settings());
        FigureOptions figures = builder.Configuration.GetSection(FigureOptions.Section).Get<FigureOptions>() ?? new FigureOptions();
        FontSet fonts = FigureFonts.Load(figures);
        IRasterizer rasterizer = FigureRasterizer.Choose(figures, fonts);
        IReadOnlyList<Board> declared = boardFile is null ? [] : BoardFile.Parse(boardFile, await InputFile.ReadAsync("board file", boardFile, ct));
        FileResults results = FileResults.Read(data, options);
        IReadOnlyList<Board> all = boardFile is null ? DefaultBoard.Complete([], results.Benchmarks) : declared;
        bool complete = true;
        foreach (Board board in Chosen(all, results, only, data))
        {
            string folder = all.Count == 1 ? output : Path.Combine(output, board.Slug);
            BoardReport report = BoardComposer.Compose(board, results.For(board), fonts);
            await WriteAsync(folder, BoardFiles.Of(report, rasterizer), ct);
            complete &= Report(report, folder);
        }

        return complete ? ExitStatus.Done : ExitStatus.Failed;
    }

    /// <summary>A file of several boards may speak of benchmarks that are not in this data; one board alone must find its rows.</summary>
    private static IReadOnlyList<Board> Chosen(IReadOnlyList<Board> boards, FileResults results, string[] only, string data)
    {
        if (only.FirstOrDefault(slug => !boards.Any(board => board.Slug == slug)) is { } unknown)
            throw new CommandFailedException($"There is no board \"{unknown}\". Boards: {string.Join(", ", boards.Select(static board => board.Slug))}.");
        if (only.Length > 0)
            return [.. boards.Where(board => only.Contains(board.Slug, StringComparer.Ordinal))];
        if (boards.Count == 0)
            throw new CommandFailedException($"There is nothing to draw: {data} has no rows, or the board file has no board.");
        Board[] here = [.. boards.Where(board => board.Source is not BoardSource.Benchmark { Name: var name } || results.Benchmarks.Contains(name, StringComparer.Ordinal))];
        if (here.Length > 0 && here.Length < boards.Count)
            Terminal.Note($"Left out, because the data has no row of their benchmarks: {string.Join(", ", boards.Except(here).Select(static board => board.Slug))}.");
        return here.Length == 0 ? boards : here;
    }

    private static async Task WriteAsync(string folder, IEnumerable<SiteFile> files, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (SiteFile file in files)
            await File.WriteAllBytesAsync(Path.Combine(folder, file.Path), file.Content, ct);
    }

    private static bool Report(BoardReport report, string folder)
    {
        foreach (string warning in report.Warnings.Take(WarningsShown))
            Terminal.Warning($"{report.Board.Slug}: {warning}");
        if (report.Warnings.Count > WarningsShown)
            Terminal.Warning(string.Create(CultureInfo.InvariantCulture, $"{report.Board.Slug}: ... and {report.Warnings.Count - WarningsShown} more like these."));
        string figures = string.Create(CultureInfo.InvariantCulture, $"{report.Figures.Count} {(report.Figures.Count == 1 ? "figure" : "figures")}");
        Terminal.Result($"{report.Board.Slug}: {figures} with summary.md, evidence.json, leaderboard.csv and scores.csv in {Path.GetFullPath(folder)}");
        return report.Figures.All(static figure => figure.IsDrawn);
    }
}
