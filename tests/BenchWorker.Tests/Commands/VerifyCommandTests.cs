using System.Text.Json;
using BenchWorker.Tests.Boards;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Commands;

[Collection(nameof(ConsoleOutput))]
public sealed class VerifyCommandTests : IDisposable
{
    private readonly SampleResults samples = new();

    [Fact]
    public async Task What_render_wrote_holds()
    {
        (string data, string summary) = await RenderedAsync();

        (int status, string output) = await VerifyAsync(summary, "--data", data);

        status.ShouldBe(0);
        output.ShouldContain(" 0 stale, 0 unknown of ");
    }

    [Fact]
    public async Task A_summary_whose_data_changed_by_one_value_is_stale()
    {
        (string data, string summary) = await RenderedAsync();
        string[] rows = await File.ReadAllLinesAsync(data, TestContext.Current.CancellationToken);
        int value = Array.IndexOf(rows[0].Split(','), "value");
        string[] cells = rows[1].Split(',');
        cells[value] = cells[value] == "0.55" ? "0.65" : "0.55";
        await File.WriteAllLinesAsync(data, [rows[0], string.Join(',', cells), .. rows[2..]], TestContext.Current.CancellationToken);

        (int status, string output) = await VerifyAsync(summary, "--data", data);

        status.ShouldBe(1);
        output.ShouldContain(": stale: ");
    }

    [Fact]
    public async Task Prose_that_nobody_here_wrote_is_unknown_and_no_failure()
    {
        (string data, string summary) = await RenderedAsync();
        await File.AppendAllTextAsync(summary, "\nThe models struggle with rare words.\n", TestContext.Current.CancellationToken);

        (int status, string output) = await VerifyAsync(summary, "--data", data);

        status.ShouldBe(0);
        output.ShouldContain(": unknown: The models struggle with rare words.");
    }

    [Fact]
    public async Task Json_lists_every_sentence_with_its_verdict()
    {
        (string data, string summary) = await RenderedAsync();

        (int status, string output) = await VerifyAsync(summary, "--data", data, "--json");

        status.ShouldBe(0);
        using var verdicts = JsonDocument.Parse(output);
        JsonElement[] sentences = [.. verdicts.RootElement.GetProperty("sentences").EnumerateArray()];
        sentences.Length.ShouldBe(verdicts.RootElement.GetProperty("holds").GetInt32());
        sentences.ShouldAllBe(sentence => sentence.GetProperty("verdict").GetString() == "holds" && sentence.GetProperty("line").GetInt32() > 1);
        sentences.Select(sentence => sentence.GetProperty("kind").GetString()).ShouldContain("C1");
    }

    [Fact]
    public async Task A_summary_that_does_not_exist_fails()
    {
        (int status, _) = await VerifyAsync(Path.Combine(samples.Folder, "absent.md"), "--data", samples.PathOf("transfer.csv"));

        status.ShouldBe(1);
    }

    public void Dispose() => samples.Dispose();

    private async Task<(string Data, string Summary)> RenderedAsync()
    {
        string data = samples.PathOf("transfer.csv");
        string folder = Path.Combine(samples.Folder, "out");
        (await CommandLine.RunAsync(["render", "--data", data, "--out", folder])).ShouldBe(0);
        return (data, Directory.GetFiles(folder, "summary.md", SearchOption.AllDirectories).ShouldHaveSingleItem());
    }

    private static async Task<(int Status, string Output)> VerifyAsync(params string[] arguments)
    {
        TextWriter before = Console.Out;
        await using StringWriter output = new();
        Console.SetOut(output);
        try
        {
            return (await CommandLine.RunAsync(["verify", .. arguments]), output.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
