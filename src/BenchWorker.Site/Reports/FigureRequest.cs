using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Everything a declared figure may be drawn from.</summary>
/// <param name="Table">The figure's own cells.</param>
/// <param name="Rules">How rows become scores on this board.</param>
/// <param name="Results">The rows the board speaks about.</param>
/// <param name="Scores">The board's table: entities by columns.</param>
/// <param name="Standings">Entities, best first.</param>
/// <param name="Published">The scores of the last publication that differs from this one; null where none is known.</param>
internal sealed record FigureRequest(
    FigureDeclaration Declaration, FigureTable Table, Board Board, MetricScale Metric, ScoreTableRules Rules,
    IReadOnlyList<Result> Results, ScoreTable Scores, IReadOnlyList<string> Standings, ScoreTable? Published)
{
    /// <summary>In file names, unique within the board: "figure-2".</summary>
    public required string Name { get; init; }

    /// <summary>The ranking, for the one figure beside which the summary speaks of it; null for the others.</summary>
    public RankedBoard? Ranked { get; init; }

    /// <summary>What every random draw of the board starts from.</summary>
    public ulong Seed { get; init; }

    public string MetricTitle => Metric.Unit is { } unit ? $"{Metric.Name} ({unit})" : Metric.Name;

    /// <summary>Which way is better where all columns agree.</summary>
    public Direction Direction => Common(Table.Directions);

    public static Direction Common(IEnumerable<Direction> directions) => directions.Distinct().ToArray() is [var only] ? only : Direction.Unknown;

    /// <summary>Behind a subtitle: ", higher is better".</summary>
    public static string Said(Direction direction) => direction switch
    {
        Direction.HigherIsBetter => ", higher is better",
        Direction.LowerIsBetter => ", lower is better",
        _ => "",
    };
}

/// <summary>A figure, what it shows as a long table (header first, then one row a cell), and what its summary speaks of.</summary>
internal sealed record DrawnFigure(Figures.Figure Figure, IEnumerable<IReadOnlyList<string>> Values, HeatmapTable Table);
