using System.Reflection;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class BoardInputsTests
{
    private static readonly Board Board = new() { Slug = "one", Title = "One", Source = new BoardSource.Benchmark("one") };

    private static readonly Result Row = new() { Benchmark = "one", Task = "t", Model = "m", Metric = "accuracy", Value = 0.5 };

    public static TheoryData<string> ResultProperties => [.. typeof(Result).GetProperties().Select(static property => property.Name)];

    [Theory]
    [MemberData(nameof(ResultProperties))]
    public void Every_property_of_a_row_counts(string name) => Digest(Board, Changed(name)).ShouldNotBe(Digest(Board, Row));

    [Theory]
    [MemberData(nameof(ResultProperties))]
    public void Nothing_but_the_row_counts(string name)
    {
        (Result one, Result same) = (Changed(name), Changed(name));

        Digest(Board, one).ShouldBe(Digest(Board, same));
    }

    [Theory]
    [MemberData(nameof(ResultProperties))]
    public void It_counts_in_which_row_a_value_stands(string name)
    {
        Result other = Changed(name);
        Result[][] tables = [[Row, Row, Row], [other, Row, Row], [Row, other, Row], [Row, Row, other], [other, other, Row], [other, Row, other], [Row, other, other], [other, other, other]];

        tables.Select(static rows => Digest(Board, rows)).ShouldBeUnique();
    }

    [Fact]
    public void Every_declaration_of_a_board_counts_however_deep()
    {
        Board[] boards =
        [
            Board,
            Board with { Title = "Two" },
            Board with { Source = new BoardSource.Query("one") },
            Board with { Metric = new BoardMetric(Min: 0) },
            Board with { Metric = new BoardMetric(Max: 0) },
            Board with { Weights = new Dictionary<string, double> { ["t"] = 2 } },
            Board with { Where = new Dictionary<string, IReadOnlyList<string>> { ["t"] = ["2"] } },
            Board with { Figures = [new FigureDeclaration()] },
            Board with { Figures = [new FigureDeclaration { Rows = new AxisDeclaration("task") }] },
            Board with { Columns = ["a", "b"] },
            Board with { Columns = ["a"], Split = ["b"] },
        ];

        boards.Select(static board => Digest(board, Row)).ShouldBeUnique();
    }

    [Fact]
    public void What_the_source_says_of_metrics_and_runs_counts()
    {
        ResultSnapshot plain = new([Row], SampleReport.Noon);
        ResultSnapshot[] snapshots =
        [
            plain,
            plain with { DataAsOf = SampleReport.Noon.AddTicks(1) },
            plain with { Metrics = [new MetricScale("accuracy", "%")] },
            plain with { Tasks = [new TaskWeight("t", "g", 1)] },
            plain with { Quarantine = new Dictionary<string, string> { ["r"] = "leaked" } },
        ];

        snapshots.Select(static snapshot => BoardInputs.Digest(Board, snapshot, FontSet.Default, new BlankRasterizer())).ShouldBeUnique();
    }

    [Fact]
    public void A_board_whose_inputs_are_published_is_not_computed_again()
    {
        ResultSnapshot results = new([Row, Row with { Model = "n", Value = 0.25 }], SampleReport.Noon);
        SiteOptions options = new();
        SiteSnapshot first = SiteBuilder.Build([Rendering(results, () => BoardComposer.Compose(Board, results, FontSet.Default))], null, options);
        LiveSite live = new(new Release { Sequence = 1, Hash = first.Hash, PublishedAt = SampleReport.Noon }, first.Manifest, "");

        SiteSnapshot second = SiteBuilder.Build([Rendering(results, static () => throw new InvalidOperationException("It was computed."))], live, options);

        second.Hash.ShouldBe(first.Hash);
        Should.Throw<InvalidOperationException>(() => SiteBuilder.Build([Rendering(results with { Results = [Row] }, static () => throw new InvalidOperationException("It was computed."))], live, options));
    }

    private static BoardRendering Rendering(ResultSnapshot results, Func<BoardReport> compose) => new(Board, results, FontSet.Default, new BlankRasterizer(), compose);

    private static string Digest(Board board, params Result[] rows) => BoardInputs.Digest(board, new ResultSnapshot(rows, SampleReport.Noon), FontSet.Default, new BlankRasterizer());

    /// <summary>The row with another value of one property.</summary>
    private static Result Changed(string name)
    {
        PropertyInfo property = typeof(Result).GetProperty(name)!;
        Result changed = Row with { };
        property.SetValue(changed, Other(property));
        return changed;
    }

    /// <summary>A value that the row does not have.</summary>
    private static object Other(PropertyInfo property) => property.PropertyType switch
    {
        { } type when type == typeof(string) => "another",
        { } type when type == typeof(double) || type == typeof(double?) => 0.75,
        { } type when type == typeof(long?) => 12L,
        { } type when type == typeof(DateTimeOffset?) => SampleReport.Noon,
        { } type when type == typeof(Direction) => Direction.LowerIsBetter,
        { } type when type == typeof(MissingReason?) => Enum.GetValues<MissingReason>()[^1],
        { } type when type == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string> { ["length"] = "5", ["family"] = "x" },
        { } type => throw new NotSupportedException($"{property.Name} is a {type}."),
    };
}
