namespace BenchWorker.Figures;

/// <summary>The entities of a rank history that are drawn, best at the newest snapshot first.</summary>
/// <param name="LowestRow">Rows of the drawing; places beyond stand in the last of them.</param>
/// <param name="Clips">Whether some place lies beyond.</param>
/// <param name="Hidden">Entities not drawn.</param>
internal sealed record RankLines(IReadOnlyList<RankLine> Lines, int LowestRow, bool Clips, int Hidden)
{
    /// <summary>Rows below the last drawn entity's place, so that a climb from a little deeper is seen.</summary>
    private const int RowsBelow = 3;

    public static RankLines Of(RankHistoryFigure figure)
    {
        int newest = figure.Snapshots.Count - 1;
        RankLine[] all = [.. figure.Entities.Select((name, i) => new RankLine(name, i, [.. Enumerable.Range(0, newest + 1).Select(t => figure.Ranks[i, t])]))];
        RankLine[] drawn = [.. all.OrderBy(static line => line.Last ?? double.PositiveInfinity).ThenBy(static line => line.LastKnown ?? double.PositiveInfinity).Take(figure.MostEntities)];
        double deepest = drawn.SelectMany(static line => line.Ranks).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        double shown = Math.Max(drawn.Length, drawn.Max(static line => line.Last) ?? 1) + RowsBelow;
        bool clips = deepest > shown;
        return new RankLines(drawn, (int)Math.Ceiling(clips ? shown + 1 : deepest), clips, all.Length - drawn.Length);
    }

    /// <summary>The row a place is drawn in.</summary>
    public double RowOf(double rank) => Math.Min(rank, LowestRow);
}

/// <param name="Entity">Its index in the figure.</param>
/// <param name="Ranks">By snapshot; NaN = absent.</param>
internal sealed record RankLine(string Name, int Entity, double[] Ranks)
{
    /// <summary>Place at the newest snapshot; null where absent.</summary>
    public double? Last => Ranks.Length > 0 && double.IsFinite(Ranks[^1]) ? Ranks[^1] : null;

    /// <summary>The newest place there is.</summary>
    public double? LastKnown => Ranks.LastOrDefault(double.IsFinite, double.NaN) is var rank && double.IsFinite(rank) ? rank : null;
}
