using System.CommandLine;
using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Microsoft.Extensions.Configuration;

namespace BenchWorker;

/// <summary><c>benchworker verify SUMMARY.md --data FILE [--board FILE]</c></summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        Argument<string> summary = new("summary") { Description = "The summary to check, as Markdown", HelpName = "SUMMARY.md" };
        Option<string> data = new("--data") { Description = "Results: CSV with the long result columns, plain or gzipped", HelpName = "FILE", Required = true };
        Option<string?> board = new("--board") { Description = "Board file; without it every benchmark of the data has its default board", HelpName = "FILE" };
        Option<string?> previous = new("--previous") { Description = "board.json of the publication before; without it what the summary says of changes is unknown", HelpName = "FILE" };
        Option<bool> json = new("--json") { Description = "Every sentence with its verdict, as JSON" };
        Command command = new("verify", "Check every sentence of a summary against data: holds, stale or unknown") { summary, data, board, previous, json };
        ResultFileOptions options = new(command, "Check against the good rows of a file that also has bad ones");
        command.SetAction((parsed, ct) => RunAsync(
            parsed, parsed.GetRequiredValue(summary), parsed.GetRequiredValue(data), parsed.GetValue(board), parsed.GetValue(previous), parsed.GetValue(json), options.Read(parsed), ct));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, string summary, string data, string? boardFile, string? previous, bool asJson, ImportOptions options, CancellationToken ct)
    {
        string markdown = await InputFile.ReadAsync("summary", summary, ct);
        ScoreTable[] earlier = previous is null ? [] : [await PreviousAsync(previous, ct)];
        IReadOnlyList<Board> declared = boardFile is null ? [] : BoardFile.Parse(boardFile, await InputFile.ReadAsync("board file", boardFile, ct));
        FileResults results = FileResults.Read(data, options);
        Board[] boards = [.. (boardFile is null ? DefaultBoard.Complete([], results.Benchmarks) : declared)
            .Where(board => board.Source is not BoardSource.Benchmark { Name: var name } || results.Benchmarks.Contains(name, StringComparer.Ordinal))];
        if (boards.Length == 0)
            throw new CommandFailedException($"{data} has no row of any board{(boardFile is null ? "" : $" of {boardFile}")}, so there is nothing to check {summary} against.");
        FontSet fonts = FigureFonts.Load(WorkerHost.CreateBuilder(parsed.Settings()).Configuration.GetSection(FigureOptions.Section).Get<FigureOptions>() ?? new FigureOptions());
        Summary[] current = [.. boards.Select(board => BoardComposer.Compose(board, results.For(board), fonts, earlier).Summary)];
        IReadOnlyList<CheckedSentence> sentences = SummaryVerifier.Verify(markdown, Matching(current, markdown));
        if (asJson)
            Terminal.Result(VerdictJson.Write(summary, sentences));
        else
            Report(summary, sentences);
        return sentences.Any(static sentence => sentence.Verdict == SentenceVerdict.Stale) ? ExitStatus.Failed : ExitStatus.Done;
    }

    private static async Task<ScoreTable> PreviousAsync(string path, CancellationToken ct) =>
        PublishedScores.Read(System.Text.Encoding.UTF8.GetBytes(await InputFile.ReadAsync("previous publication", path, ct)))
        ?? throw new CommandFailedException($"{path} is not a board.json that this program wrote; give the one published before the summary, such as boards/NAME/data/board.HASH.json.");

    /// <summary>The boards with the summary's heading; where it is another's, all of them.</summary>
    private static Summary[] Matching(Summary[] all, string markdown)
    {
        string heading = Heading(markdown);
        Summary[] same = [.. all.Where(one => string.Equals(Heading(one.Markdown), heading, StringComparison.Ordinal))];
        return same.Length > 0 ? same : all;
    }

    private static string Heading(string markdown) => markdown.Split('\n', 2)[0].Trim();

    private static void Report(string summary, IReadOnlyList<CheckedSentence> sentences)
    {
        foreach (CheckedSentence sentence in sentences.Where(static sentence => sentence.Verdict != SentenceVerdict.Holds))
            Terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{summary}({sentence.Line}): {VerdictJson.Word(sentence.Verdict)}: {sentence.Text}"));
        int Count(SentenceVerdict verdict) => sentences.Count(sentence => sentence.Verdict == verdict);
        Terminal.Result(string.Create(
            CultureInfo.InvariantCulture, $"{summary}: {Count(SentenceVerdict.Holds)} hold, {Count(SentenceVerdict.Stale)} stale, {Count(SentenceVerdict.Unknown)} unknown of {sentences.Count} sentences and table rows"));
    }
}
