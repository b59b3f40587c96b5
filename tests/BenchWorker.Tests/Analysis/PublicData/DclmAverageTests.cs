using System.Globalization;
using System.Reflection;
using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>The centered averages that DCLM published for six models, out of the scores beside them: its tasks have chance levels of their own.</summary>
public sealed class DclmAverageTests
{
    private const double Tolerance = 1e-12;

    private static readonly string[][] Lines = Read();

    private static readonly string[] Models = Lines[0][4..];

    private static readonly string[][] Tasks = [.. Lines[1..].Where(static line => line[3].Length > 0)];

    [Theory]
    [InlineData("Core", 22)]
    [InlineData("Extended", 53)]
    public void Means_over_tasks_corrected_for_chance_are_the_published_ones(string average, int tasks)
    {
        string[][] counted = [.. Tasks.Where(line => average == "Extended" || line[2] == "1")];

        Leaderboard ranked = Ranker.Rank(Table(counted), new RankingPolicy(RankingMethod.Mean) { Scale = ScoreScale.ChanceCorrected }, seed: 1);

        counted.Length.ShouldBe(tasks);
        ShouldBePublished(average, ranked);
        ranked.Standings.Select(static one => one.Entity).ShouldBe(Models.OrderByDescending(model => Published(average, model)));
    }

    [Fact]
    public void Means_by_category_are_the_published_ones_and_their_mean_is_the_grouped_mean()
    {
        string[] categories = [.. Tasks.Select(static line => line[1]).Distinct(StringComparer.Ordinal)];
        RankingPolicy policy = new(RankingMethod.Mean) { Scale = ScoreScale.ChanceCorrected };

        foreach (string category in categories)
            ShouldBePublished(category, Ranker.Rank(Table([.. Tasks.Where(line => line[1] == category)]), policy, seed: 1));

        foreach (Standing standing in Ranker.Rank(Table(Tasks), policy with { Mean = MeanKind.Grouped }, seed: 1).Standings)
            standing.Score!.Value.ShouldBe(categories.Average(category => Published(category, standing.Entity)), Tolerance);
    }

    private static void ShouldBePublished(string average, Leaderboard ranked)
    {
        ranked.Standings.Count.ShouldBe(Models.Length);
        foreach (Standing standing in ranked.Standings)
            standing.Score!.Value.ShouldBe(Published(average, standing.Entity), Tolerance, $"{average} of {standing.Entity}");
    }

    private static ScoreTable Table(string[][] tasks) => new(
        Models,
        [.. tasks.Select(static line => new ScoreColumn(line[0], Direction.HigherIsBetter, line[1]) { Chance = Number(line[3]) / 100, Limit = 1 })],
        [.. Models.SelectMany((_, i) => tasks.Select(line => new Cell(Number(line[4 + i]))))]);

    private static double Published(string average, string model) => Number(Lines.Single(line => line[0] == average)[4 + Array.IndexOf(Models, model)]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[][] Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("BenchWorker.Tests.Analysis.PublicData.dclm.tsv")!;
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => line[0] != '#').Select(static line => line.Split('\t'))];
    }
}
