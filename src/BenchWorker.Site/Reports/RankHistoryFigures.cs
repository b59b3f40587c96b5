using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>Places over time: by the days on which runs were made, or along a result column such as the training step.</summary>
internal static class RankHistoryFigures
{
    /// <summary>Every snapshot is a ranking of its own; more of them are thinned evenly, and a note says so.</summary>
    private const int MostSnapshots = 40;

    public static DrawnFigure Of(FigureRequest request)
    {
        (FigureDeclaration declaration, string entity) = (request.Declaration, request.Board.Entity);
        Snapshot[] all = [.. declaration.Columns is { } column ? Along(column, request.Results) : ByDay(request.Results)];
        if (all.Length == 0)
            throw new ArgumentException(declaration.Columns is { } none ? $"No row has an entry in \"{none.Field}\"." : "No row has a run_at; name the result column that orders the snapshots: columns: step.", nameof(request));
        Snapshot[] kept = [.. Kept(all.Length).Select(i => all[i])];
        string[] entities = [.. request.Scores.Entities];
        double[,] ranks = new double[entities.Length, kept.Length];
        for (int t = 0; t < kept.Length; t++)
        {
            Leaderboard board = SnapshotRanking.Of(request, kept[t].Results);
            Dictionary<string, double> places = SnapshotRanking.Places(board);
            for (int i = 0; i < entities.Length; i++)
                ranks[i, t] = places.GetValueOrDefault(entities[i], double.NaN);
        }

        RankHistoryFigure figure = new(entities, [.. kept.Select(static snapshot => snapshot.Label)], ranks)
        {
            Title = declaration.Title ?? "Places over time: " + request.Board.Title,
            Subtitle = declaration.Subtitle ?? $"Place of each {entity} by {(declaration.Columns is { } axis ? axis.Field : "the runs up to each day")}, 1 is best",
            Notes = [.. declaration.Notes, .. kept.Length < all.Length ? [$"{kept.Length} of {all.Length} snapshots are drawn, at equal distances."] : Array.Empty<string>()],
            MostEntities = declaration.MostEntities,
            Tooltips = declaration.Tooltips,
            WidthPx = declaration.WidthPx ?? 800,
            MaxWidthPx = declaration.MaxWidthPx ?? Math.Max(1600, declaration.WidthPx ?? 0),
        };
        return new DrawnFigure(figure, Values(figure, entity), SummaryTables.OfPlaces(request, figure, declaration.Columns?.Field ?? "day"));
    }

    private static IEnumerable<Snapshot> Along(AxisDeclaration column, IReadOnlyList<Result> results)
    {
        Dictionary<string, Result[]> byLabel = results.Where(row => row.Field(column.Field) is { Length: > 0 }).GroupBy(row => row.Field(column.Field)!, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);
        return AxisLabels.Arrange(byLabel.Keys, column.Labels, top: column.Top).Labels.Select(label => new Snapshot(label, byLabel[label]));
    }

    /// <summary>Each day sees all runs up to its end.</summary>
    private static IEnumerable<Snapshot> ByDay(IReadOnlyList<Result> results)
    {
        Result[] dated = [.. results.Where(static row => row.RunAt is not null)];
        return dated.Select(static row => row.RunAt!.Value.UtcDateTime.Date).Distinct().Order()
            .Select(day => new Snapshot(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), [.. dated.Where(row => row.RunAt!.Value.UtcDateTime.Date <= day)]));
    }

    /// <summary>The first, the last and between them as many as are kept.</summary>
    private static IEnumerable<int> Kept(int count) => count <= MostSnapshots
        ? Enumerable.Range(0, count)
        : Enumerable.Range(0, MostSnapshots).Select(i => (int)Math.Round(i * (count - 1) / (double)(MostSnapshots - 1)));

    private static IReadOnlyList<IReadOnlyList<string>> Values(RankHistoryFigure figure, string entity)
    {
        List<IReadOnlyList<string>> rows = [[entity, "snapshot", "place"]];
        for (int i = 0; i < figure.Entities.Count; i++)
        {
            for (int t = 0; t < figure.Snapshots.Count; t++)
                rows.Add([figure.Entities[i], figure.Snapshots[t], FigureValues.Number(figure.Ranks[i, t])]);
        }

        return rows;
    }

    private sealed record Snapshot(string Label, IReadOnlyList<Result> Results);
}
