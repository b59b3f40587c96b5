using BenchWorker.Tests.Boards;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Commands;

/// <summary><c>verify</c> on the summary of a board with several figures: a matrix, who beats whom, and differences to one model.</summary>
[Collection(nameof(ConsoleOutput))]
public sealed class VerifyFiguresTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly SampleResults samples = new();
    private readonly string board;

    public VerifyFiguresTests()
    {
        board = Path.Combine(samples.Folder, "board.yaml");
        File.WriteAllText(board, SampleFiles.Boards.Split("---\n").Single(static document => document.Contains("board: simulated-suite", StringComparison.Ordinal)));
    }

    public void Dispose() => samples.Dispose();

    [Fact]
    public async Task Every_sentence_of_every_figure_holds_on_its_own_data()
    {
        (string data, string summary) = await RenderedAsync();

        (int status, string output) = await VerifyAsync(summary, data);

        status.ShouldBe(0, output);
        output.ShouldContain(" 0 stale, 0 unknown of ");
    }

    [Fact]
    public async Task One_changed_value_is_stale_in_each_figure_that_shows_it_and_the_status_says_so()
    {
        (string data, string summary) = await RenderedAsync();
        string[] lines = await File.ReadAllLinesAsync(summary, Ct);
        await ChangeAsync(data, "t00,a0,accuracy_percent,1,63.0", "t00,a0,accuracy_percent,1,93.0");

        (int status, string output) = await VerifyAsync(summary, data);

        status.ShouldBe(1, output);
        Stale(output, lines, "## Accuracy by model and task").ShouldContain(static line => line.StartsWith("| a0 |", StringComparison.Ordinal));
        Stale(output, lines, "## Difference to a0").ShouldNotBeEmpty();
        Stale(output, lines, "## Leaderboard").ShouldContain(static line => line.Contains("| a0 |", StringComparison.Ordinal));
        output.ShouldNotContain(": unknown: ");
    }

    [Fact]
    public async Task A_sentence_of_one_figure_is_stale_under_another()
    {
        (string data, string summary) = await RenderedAsync();
        string text = await File.ReadAllTextAsync(summary, Ct);
        string wins = text.Split('\n').Single(static line => line.Contains("in which the row's model scores better than the column's", StringComparison.Ordinal));
        await File.WriteAllTextAsync(summary, text.Replace(wins + "\n", "", StringComparison.Ordinal).Replace("## Difference to a0", $"## Difference to a0\n{wins}", StringComparison.Ordinal), Ct);

        (int status, string output) = await VerifyAsync(summary, data);

        status.ShouldBe(1, output);
        output.ShouldContain(": stale: " + wins);
    }

    [Fact]
    public async Task Prose_between_the_figures_is_unknown_and_no_failure()
    {
        (string data, string summary) = await RenderedAsync();
        string text = await File.ReadAllTextAsync(summary, Ct);
        await File.WriteAllTextAsync(summary, text.Replace("## Who beats whom", "The larger models are robust.\n\n## Who beats whom", StringComparison.Ordinal), Ct);

        (int status, string output) = await VerifyAsync(summary, data);

        status.ShouldBe(0, output);
        output.ShouldContain(": unknown: The larger models are robust.");
        output.ShouldContain(" 0 stale, 1 unknown of ");
    }

    /// <summary>Stale lines of the summary's section.</summary>
    private static string[] Stale(string output, string[] lines, string heading)
    {
        int first = Array.IndexOf(lines, heading), next = Array.FindIndex(lines, first + 1, static line => line.StartsWith("## ", StringComparison.Ordinal));
        first.ShouldBeGreaterThanOrEqualTo(0, heading);
        return
        [
            .. from line in output.Split('\n')
               let at = line.IndexOf("): stale: ", StringComparison.Ordinal)
               where at > 0
               let number = int.Parse(line[(line.LastIndexOf('(', at) + 1)..at], System.Globalization.CultureInfo.InvariantCulture) - 1
               where number > first && (next < 0 || number < next)
               select line[(at + "): stale: ".Length)..],
        ];
    }

    private async Task<(string Data, string Summary)> RenderedAsync()
    {
        string data = samples.PathOf("simulated-suite.csv"), folder = Path.Combine(samples.Folder, "out");
        (await CommandLine.RunAsync(["render", "--data", data, "--board", board, "--out", folder])).ShouldBe(0);
        return (data, Directory.GetFiles(folder, "summary.md", SearchOption.AllDirectories).ShouldHaveSingleItem());
    }

    private static async Task ChangeAsync(string data, string row, string changed)
    {
        string text = await File.ReadAllTextAsync(data, Ct);
        text.ShouldContain(row);
        await File.WriteAllTextAsync(data, text.Replace(row, changed, StringComparison.Ordinal), Ct);
    }

    private async Task<(int Status, string Output)> VerifyAsync(string summary, string data)
    {
        TextWriter before = Console.Out;
        await using StringWriter output = new();
        Console.SetOut(output);
        try
        {
            return (await CommandLine.RunAsync(["verify", summary, "--data", data, "--board", board]), output.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
