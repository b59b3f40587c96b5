namespace BenchWorker.Analysis;

/// <summary>The pairs of a table of win rates, as the writers of statements see them.</summary>
internal sealed class Duels
{
    public const double Half = 50;

    public const double Whole = 100;

    private readonly HeatmapTable table;
    private readonly ScoreTable scores;
    private readonly int[] entities;

    public Duels(HeatmapTable table, ScoreTable scores)
    {
        (this.table, this.scores) = (table, scores);
        Dictionary<string, int> places = scores.Entities.Select(static (name, i) => (name, i)).ToDictionary(static pair => pair.name, static pair => pair.i, StringComparer.Ordinal);
        entities = [.. table.Rows.Labels.Select(label => places[label])];
        Pairs = All().Count();
    }

    /// <summary>Pairs that share a column.</summary>
    public int Pairs { get; }

    public int Beaten(int row) => Enumerable.Range(0, table.Columns.Count).Count(other => table[0, row, other] > Half);

    /// <summary>The pairs, the better side first, that come first by the key; all that share it.</summary>
    public (int A, int B, double Rate)[] Extreme(Func<double, double> key)
    {
        (int A, int B, double Rate)[] all = [.. All()];
        double first = all.Select(pair => key(pair.Rate)).DefaultIfEmpty(double.NaN).Min();
        return [.. all.Where(pair => key(pair.Rate) == first)];
    }

    /// <summary>How many threes beat each other in a circle, and the first of them.</summary>
    public (int Count, (int A, int B, int C) First) Circles()
    {
        int n = table.Rows.Count;
        (int count, (int, int, int) first) = (0, default);
        for (int a = 0; a < n; a++)
        {
            for (int b = a + 1; b < n; b++)
            {
                for (int c = b + 1; c < n; c++)
                {
                    bool forward = Beats(a, b) && Beats(b, c) && Beats(c, a);
                    if (!forward && !(Beats(b, a) && Beats(c, b) && Beats(a, c)))
                        continue;
                    first = count++ > 0 ? first : forward ? (a, b, c) : (a, c, b);
                }
            }
        }

        return (count, first);
    }

    /// <summary>Columns that both rows' entities have, by how the first one fares.</summary>
    public int Tally(DuelMeasure measure, int a, int b)
    {
        int[] outcomes = [.. Outcomes(entities[a], entities[b])];
        return measure switch
        {
            DuelMeasure.Better => outcomes.Count(static outcome => outcome > 0),
            DuelMeasure.Equal => outcomes.Count(static outcome => outcome == 0),
            DuelMeasure.Worse => outcomes.Count(static outcome => outcome < 0),
            _ => outcomes.Length,
        };
    }

    private IEnumerable<int> Outcomes(int a, int b)
    {
        for (int j = 0; j < scores.Columns.Count; j++)
        {
            if (scores.Columns[j].Counts && scores[a, j].HasValue && scores[b, j].HasValue)
                yield return (scores.Columns[j].Direction == Direction.LowerIsBetter ? -1 : 1) * scores[a, j].Value.CompareTo(scores[b, j].Value);
        }
    }

    private bool Beats(int a, int b) => table[0, a, b] > Half;

    private IEnumerable<(int A, int B, double Rate)> All()
    {
        for (int a = 0; a < table.Rows.Count; a++)
        {
            for (int b = a + 1; b < table.Rows.Count; b++)
            {
                double rate = table[0, a, b];
                if (!double.IsNaN(rate))
                    yield return rate < Half ? (b, a, table[0, b, a]) : (a, b, rate);
            }
        }
    }
}
