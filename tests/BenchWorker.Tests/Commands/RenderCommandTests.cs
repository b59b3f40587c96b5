using BenchWorker.Tests.Boards;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Commands;

public sealed class RenderCommandTests : IDisposable
{
    private readonly SampleResults samples = new();

    [Fact]
    public async Task A_table_and_a_board_become_figures_in_both_themes_and_sizes_with_summary_and_tables()
    {
        string board = Board("board: b\nsource: Embedding per-language score\nfigures:\n  - { kind: packed, cell: language }");

        int status = await Render("--data", samples.PathOf("embedding-languages.csv"), "--board", board, "--out", Out);

        status.ShouldBe(0);
        Directory.GetFiles(Out).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
        [
            "evidence.json", "figure-1-dark.png", "figure-1-dark.svg", "figure-1-dark@2x.png", "figure-1.csv", "figure-1.png", "figure-1.svg", "figure-1@2x.png",
            "leaderboard.csv", "scores.csv", "summary.md",
        ]);
        TestPng.Read(await ReadAsync("figure-1@2x.png")).Width.ShouldBe(2 * TestPng.Read(await ReadAsync("figure-1.png")).Width);
    }

    [Fact]
    public async Task A_table_with_names_of_its_own_is_drawn_when_told_what_they_stand_for()
    {
        string data = Path.Combine(samples.Folder, "own.csv");
        await File.WriteAllTextAsync(data, "model,task,main_score\nm,t,0.25\nn,t,0.5\n", TestContext.Current.CancellationToken);

        (await Render("--data", data, "--out", Out)).ShouldBe(1);
        (await Render("--data", data, "--out", Out, "--column", "value=main_score", "--default", "benchmark=Own", "--default", "metric=main_score")).ShouldBe(0);

        string summary = await File.ReadAllTextAsync(Path.Combine(Out, "summary.md"), TestContext.Current.CancellationToken);
        summary.ShouldContain("0.5");
        (await CommandLine.RunAsync(["verify", Path.Combine(Out, "summary.md"), "--data", data, "--column", "value=main_score", "--default", "benchmark=Own", "--default", "metric=main_score"])).ShouldBe(0);
    }

    [Fact]
    public async Task Drawing_twice_gives_the_same_bytes()
    {
        string data = samples.PathOf("simulated-suite.csv");
        (await Render("--data", data, "--out", Out)).ShouldBe(0);
        Dictionary<string, byte[]> first = Directory.GetFiles(Out).ToDictionary(static path => Path.GetFileName(path), File.ReadAllBytes);

        (await Render("--data", data, "--out", Out)).ShouldBe(0);

        foreach ((string name, byte[] bytes) in first)
            (await ReadAsync(name)).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_board_whose_benchmark_the_data_lacks_fails()
    {
        string board = Board("board: b\nsource: Another");

        (await Render("--data", samples.PathOf("transfer.csv"), "--board", board, "--out", Out)).ShouldBe(1);

        Directory.Exists(Out).ShouldBeFalse();
    }

    [Theory]
    [InlineData("benchmark,task,model,metric,value\nb,t,m,s,0.5\nb,t,n,s,zero\n")]
    [InlineData("benchmark,task,model\nb,t,m\n")]
    [InlineData("")]
    public async Task A_bad_table_fails_and_nothing_is_written(string csv)
    {
        string data = Path.Combine(samples.Folder, "bad.csv");
        await File.WriteAllTextAsync(data, csv, TestContext.Current.CancellationToken);

        (await Render("--data", data, "--out", Out)).ShouldBe(1);

        Directory.Exists(Out).ShouldBeFalse();
    }

    [Fact]
    public async Task A_figure_that_cannot_be_drawn_says_so_in_its_place_and_fails_the_call()
    {
        string board = Board("board: b\nsource: Simulated suite\nfigures:\n  - { kind: delta, baseline: nobody }");

        (await Render("--data", samples.PathOf("simulated-suite.csv"), "--board", board, "--out", Out)).ShouldBe(1);

        (await File.ReadAllTextAsync(Path.Combine(Out, "figure-1.svg"), TestContext.Current.CancellationToken)).ShouldContain("nobody");
    }

    public void Dispose() => samples.Dispose();

    private string Out => Path.Combine(samples.Folder, "out");

    private string Board(string yaml)
    {
        string path = Path.Combine(samples.Folder, "board.yaml");
        File.WriteAllText(path, yaml);
        return path;
    }

    private Task<byte[]> ReadAsync(string name) => File.ReadAllBytesAsync(Path.Combine(Out, name), TestContext.Current.CancellationToken);

    private static Task<int> Render(params string[] arguments) => CommandLine.RunAsync(["render", .. arguments]);
}
