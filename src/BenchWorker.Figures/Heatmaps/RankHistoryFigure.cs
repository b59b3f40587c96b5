using static System.FormattableString;

namespace BenchWorker.Figures;

/// <summary>Places over time: a line for each entity from snapshot to snapshot, named at its end.</summary>
public sealed record RankHistoryFigure : Figure
{
    /// <param name="entities">One for each row of <paramref name="ranks"/>.</param>
    /// <param name="snapshots">Labels from the oldest to the newest, one for each column.</param>
    /// <param name="ranks">ranks[i, t]: place of entity i at snapshot t, from 1; ties may be fractional; NaN = absent.</param>
    /// <exception cref="ArgumentException">The shapes differ, or a rank is below 1.</exception>
    public RankHistoryFigure(IReadOnlyList<string> entities, IReadOnlyList<string> snapshots, double[,] ranks)
    {
        if (ranks.GetLength(0) != entities.Count || ranks.GetLength(1) != snapshots.Count)
            throw new ArgumentException(Invariant($"Ranks of {ranks.GetLength(0)} x {ranks.GetLength(1)} do not fit {entities.Count} entities x {snapshots.Count} snapshots."), nameof(ranks));
        if (ranks.Cast<double>().Any(static rank => rank < 1))
            throw new ArgumentException("Ranks start at 1.", nameof(ranks));
        (Entities, Snapshots, Ranks) = (entities, snapshots, ranks);
    }

    public IReadOnlyList<string> Entities { get; }

    public IReadOnlyList<string> Snapshots { get; }

    public double[,] Ranks { get; }

    /// <summary>Entities drawn, 1 to 60: those placed best at the newest snapshot. A note counts the others.</summary>
    public int MostEntities
    {
        get;
        init => field = value is >= 1 and <= 60 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 60 entities can be drawn.");
    } = 20;
}
