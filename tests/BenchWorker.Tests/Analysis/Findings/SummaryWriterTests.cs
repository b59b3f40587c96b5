using System.Text.Json;
using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class SummaryWriterTests
{
    [Fact]
    public void A_table_without_any_value_says_so_and_nothing_else()
    {
        HeatmapTable empty = new("Nothing yet", new HeatmapMetric("score", null, Direction.HigherIsBetter), new HeatmapAxis("model", ["a", "b"]),
            new HeatmapAxis("task", ["x"]), [double.NaN, double.PositiveInfinity]);

        Summary summary = SummaryWriter.Write(empty);

        summary.Markdown.ShouldContain("no cell has a value");
        summary.Markdown.ShouldNotContain("NaN");
        summary.Dropped.ShouldBeEmpty();
    }

    [Fact]
    public void A_hostile_label_stays_text()
    {
        const string hostile = "a|b\n<script>alert(1)</script> [x](http://evil) `c` *d* \u202Eevil";
        HeatmapTable table = new(hostile, new HeatmapMetric(hostile, hostile, Direction.HigherIsBetter), new HeatmapAxis(hostile, [hostile, "b"]),
            new HeatmapAxis("task", ["x", "# y"]), [1, 2, 3, double.NaN]);

        string markdown = SummaryWriter.Write(table).Markdown;

        markdown.ShouldNotContain("<script");
        markdown.ShouldNotContain("[x](");
        markdown.ShouldNotContain('\u202E');
        markdown.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|'))
            .ShouldAllBe(bars => bars == 4);
    }

    [Fact]
    public void The_alternative_text_is_at_most_three_sentences_and_600_characters()
    {
        foreach (string name in ReferenceHeatmaps.Names)
            SummaryWriter.Write(ReferenceHeatmaps.Of(name)).AltText.Length.ShouldBeInRange(20, 600);
    }

    [Fact]
    public void The_evidence_is_JSON_with_one_entry_a_statement()
    {
        Summary summary = SummaryWriter.Write(ReferenceHeatmaps.Of("seed4"));

        using JsonDocument evidence = JsonDocument.Parse(summary.EvidenceJson);

        evidence.RootElement.GetArrayLength().ShouldBe(summary.Figures[0].Statements.Count);
        evidence.RootElement[0].GetProperty("kind").GetString().ShouldBe("C1");
        JsonElement extremes = evidence.RootElement.EnumerateArray().Single(entry => entry.GetProperty("kind").ValueEquals("E1"));
        extremes.GetProperty("cells")[0].GetRawText().ShouldBe("[0,0,0]");
        extremes.GetProperty("cellLabels")[0].GetRawText().ShouldBe("""["Probe","Mistral","Mistral"]""");
    }
}
