using System.Numerics;

namespace BenchWorker.Analysis;

/// <summary>Recomputes what is said of a board's ranking, from the published standings and the scores behind them.</summary>
internal sealed class StandingReader(RankedBoard board)
{
    private readonly Lazy<double[][]> scores = new(() => Oriented(board.Scores));
    private readonly Lazy<(double Q, double P, double W, int K, int N)> friedman = new(() => Friedman(Oriented(board.Scores)));
    private readonly Lazy<(int Cases, int Kept, double Tau)> leftOut = new(() => LeaveOneOut(Oriented(board.Scores)));
    private CostReader? costs;

    private IReadOnlyList<Standing> Standings => board.Leaderboard.Standings;

    public double Measure(StandingMeasure measure, string entity) => measure switch
    {
        StandingMeasure.Rank => Of(entity)?.Score is { } own ? 1 + Standings.Count(other => other.Rank is not null && other.Score is { } score && Better(score, own)) : double.NaN,
        StandingMeasure.BestRank => Of(entity)?.Interval?.Best ?? double.NaN,
        StandingMeasure.WorstRank => Of(entity)?.Interval?.Worst ?? double.NaN,
        StandingMeasure.Score => Score(entity),
        StandingMeasure.TiedFirst => Standings.Count(static standing => standing.Rank is not null && standing.Interval?.Best == 1),
        StandingMeasure.Leaders => Standings.Count(static standing => standing.Rank == 1),
        StandingMeasure.Ranked => Standings.Count(static standing => standing.Rank is not null),
        StandingMeasure.Live => scores.Value.Count(static row => row.Any(double.IsFinite)),
        StandingMeasure.BordaRank => RankOf(entity, BordaPoints()),
        StandingMeasure.WinRateRank => RankOf(entity, WinRates()),
        StandingMeasure.FirstShare => 100 * FirstShare(Row(entity)),
        StandingMeasure.LeftOutColumns => leftOut.Value.Cases,
        StandingMeasure.StaysFirst => leftOut.Value.Kept,
        StandingMeasure.LeaveOneOutTau => leftOut.Value.Tau,
        StandingMeasure.FriedmanEntities => friedman.Value.K,
        StandingMeasure.FriedmanQ => friedman.Value.Q,
        StandingMeasure.FriedmanP => friedman.Value.P,
        StandingMeasure.KendallW => friedman.Value.W,
        StandingMeasure.CriticalDifference => friedman.Value.P > TestResult.Alpha ? 0 : CriticalDifference.Of(friedman.Value.K, friedman.Value.N),
        StandingMeasure.Costed => Costs?.Count ?? double.NaN,
        StandingMeasure.OnFront => Costs?.OnFront ?? double.NaN,
        StandingMeasure.Undominated => Costs?.IsUndominated(entity) == true ? 1 : 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private CostReader? Costs => costs ??= board.Costs is { } declared ? new CostReader(board, declared, Score) : null;

    private Standing? Of(string entity) => Standings.FirstOrDefault(standing => string.Equals(standing.Entity, entity, StringComparison.Ordinal));

    private int Row(string entity) => board.Scores.Entities.ToList().IndexOf(entity);

    /// <summary>Scores equal to twelve digits are equal.</summary>
    private bool Better(double score, double own)
    {
        double[] keys = TieGrid.Of([.. Standings.Select(static standing => standing.Score ?? double.NaN), score, own]);
        return board.LowerIsFirst ? keys[^2] < keys[^1] : keys[^2] > keys[^1];
    }

    /// <summary>A plain mean is taken again from the cells; the other methods' scores are those that the board publishes.</summary>
    private double Score(string entity)
    {
        if (!board.ByPlainMean || Row(entity) is < 0 and var row)
            return Of(entity)?.Score ?? double.NaN;
        row = Row(entity);
        int[] columns = [.. Enumerable.Range(0, board.Scores.Columns.Count).Where(column => board.Scores.Columns[column].Counts && board.Scores[row, column].HasValue)];
        double sum = columns.Sum(column => board.Scores.Columns[column].Weight * board.Scores[row, column].Value * (board.LowerIsBetterThroughout || board.Scores.Columns[column].Direction != Direction.LowerIsBetter ? 1 : -1));
        return sum / columns.Sum(column => board.Scores.Columns[column].Weight);
    }

    /// <summary>Ranked columns only, higher is better, NaN where missing.</summary>
    private static double[][] Oriented(ScoreTable table) =>
    [
        .. Enumerable.Range(0, table.Entities.Count).Select(row => Enumerable.Range(0, table.Columns.Count).Where(column => table.Columns[column].Counts)
            .Select(column => !table[row, column].HasValue ? double.NaN : table.Columns[column].Direction == Direction.LowerIsBetter ? -table[row, column].Value : table[row, column].Value).ToArray()),
    ];

    private double RankOf(string entity, double[] points)
    {
        int row = Row(entity);
        double[] keys = TieGrid.Of(points);
        return row < 0 || double.IsNaN(keys[row]) ? double.NaN : 1 + keys.Count(key => key > keys[row]);
    }

    private double[] BordaPoints()
    {
        int live = scores.Value.Count(static row => row.Any(double.IsFinite));
        return ByColumn(below => below.Sum(static (cell) => cell.Others - cell.Worse - (cell.Equal / 2.0)), live);
    }

    private double[] WinRates() => ByColumn(
        static cells => cells.Where(static cell => cell.Present > 1).Select(static cell => (cell.Worse + (cell.Equal / 2.0)) / (cell.Present - 1)).DefaultIfEmpty(double.NaN).Average(), live: 0);

    /// <summary>What a row's cells say of their columns: how many present are worse, how many equal, and how many would count as below under N ranked.</summary>
    private double[] ByColumn(Func<IEnumerable<(double Others, double Worse, double Equal, double Present)>, double> points, int live)
    {
        double[][] rows = scores.Value;
        int columns = rows.Length == 0 ? 0 : rows[0].Length;
        double[][] sorted = [.. Enumerable.Range(0, columns).Select(column => rows.Select(row => row[column]).Where(double.IsFinite).Order().ToArray())];
        return [.. rows.Select(row => !row.Any(double.IsFinite) ? double.NaN : points(
            Enumerable.Range(0, columns).Where(column => double.IsFinite(row[column])).Select(column => Place(sorted[column], row[column], live))))];
    }

    /// <summary>Others: points that Borda gives with N - rank, so that Others - Worse - Equal / 2 is that again from the counts.</summary>
    private static (double Others, double Worse, double Equal, double Present) Place(double[] sorted, double value, int live)
    {
        int worse = LowerBound(sorted, value);
        int equal = UpperBound(sorted, value) - worse - 1;
        // N - (1 + better + equal / 2) with better = present - worse - equal - 1.
        double borda = live - (sorted.Length - worse - (equal / 2.0));
        return (borda + worse + (equal / 2.0), worse, equal, sorted.Length);
    }

    private static int LowerBound(double[] sorted, double value)
    {
        int low = 0;
        for (int high = sorted.Length; low < high;)
            (low, high) = sorted[(low + high) / 2] < value ? (((low + high) / 2) + 1, high) : (low, (low + high) / 2);
        return low;
    }

    private static int UpperBound(double[] sorted, double value)
    {
        int low = 0;
        for (int high = sorted.Length; low < high;)
            (low, high) = sorted[(low + high) / 2] <= value ? (((low + high) / 2) + 1, high) : (low, (low + high) / 2);
        return low;
    }

    /// <summary>Draws columns one by one, as the counter-based generator numbers them.</summary>
    private double FirstShare(int leader)
    {
        double[][] rows = scores.Value;
        int columns = rows[0].Length;
        double[][] values = [.. Enumerable.Range(0, columns).Select(column => rows.Select(row => double.IsNaN(row[column]) ? 0 : row[column]).ToArray())];
        double[][] present = [.. Enumerable.Range(0, columns).Select(column => rows.Select(row => double.IsNaN(row[column]) ? 0.0 : 1).ToArray())];
        int first = 0;
        (double[] sums, double[] counts, double[] means) = (new double[rows.Length], new double[rows.Length], new double[rows.Length]);
        for (int draw = 0; draw < RankResampling.DefaultReplicates; draw++)
        {
            Array.Clear(sums);
            Array.Clear(counts);
            for (int k = 0; k < columns; k++)
            {
                int column = CounterRandom.Below(CounterRandom.Word(board.Leaderboard.Seed, (ulong)draw, (ulong)k), columns);
                Add(sums, values[column]);
                Add(counts, present[column]);
            }

            for (int row = 0; row < rows.Length; row++)
                means[row] = sums[row] / counts[row];
            double[] keys = TieGrid.Of(means);
            first += !double.IsNaN(keys[leader]) && !keys.Any(key => key > keys[leader]) ? 1 : 0;
        }

        return (double)first / RankResampling.DefaultReplicates;
    }

    private static void Add(Span<double> sums, ReadOnlySpan<double> values)
    {
        int done = 0;
        for (; done <= sums.Length - Vector<double>.Count; done += Vector<double>.Count)
            (new Vector<double>(sums[done..]) + new Vector<double>(values[done..])).CopyTo(sums[done..]);
        for (; done < sums.Length; done++)
            sums[done] += values[done];
    }

    private static (int Cases, int Kept, double Tau) LeaveOneOut(double[][] rows)
    {
        int columns = rows.Length == 0 ? 0 : rows[0].Length;
        double[] whole = TieGrid.Of([.. rows.Select(static row => row.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average())]);
        int leader = Array.IndexOf(whole, whole.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max());
        (int cases, int kept, double tau) = (0, 0, double.PositiveInfinity);
        for (int column = 0; column < columns; column++)
        {
            if (!rows.Any(row => double.IsFinite(row[column])))
                continue;
            double[] means = TieGrid.Of([.. rows.Select(row => row.Where((value, k) => k != column && double.IsFinite(value)).DefaultIfEmpty(double.NaN).Average())]);
            cases++;
            kept += Array.IndexOf(means, means.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max()) == leader ? 1 : 0;
            tau = Math.Min(tau, TauB(whole, means));
        }

        return (cases, kept, tau);
    }

    /// <summary>By definition: concordant less discordant pairs over the root of the pairs untied in each.</summary>
    private static double TauB(double[] first, double[] second)
    {
        (double agree, double untiedFirst, double untiedSecond) = (0, 0, 0);
        for (int i = 0; i < first.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (double.IsNaN(first[i] + first[j] + second[i] + second[j]))
                    continue;
                (int a, int b) = (first[i].CompareTo(first[j]), second[i].CompareTo(second[j]));
                (agree, untiedFirst, untiedSecond) = (agree + (a * b), untiedFirst + Math.Abs(a), untiedSecond + Math.Abs(b));
            }
        }

        return agree / Math.Sqrt(untiedFirst * untiedSecond);
    }

    /// <summary>As an analysis of variance of the ranks, which needs no correction for ties.</summary>
    private static (double Q, double P, double W, int K, int N) Friedman(double[][] rows)
    {
        double[][] live = [.. rows.Where(static row => row.Any(double.IsFinite))];
        int[] complete = [.. Enumerable.Range(0, live.Length == 0 ? 0 : live[0].Length).Where(column => live.All(row => double.IsFinite(row[column])))];
        (int k, int n) = (live.Length, complete.Length);
        double middle = (k + 1) / 2.0;
        double[] sums = new double[k];
        double within = 0;
        foreach (int column in complete)
        {
            double[] sorted = [.. live.Select(row => row[column]).Order()];
            for (int i = 0; i < k; i++)
            {
                // Half a rank for each other that is equal, a whole one for each that is better.
                double rank = k + 0.5 - ((LowerBound(sorted, live[i][column]) + UpperBound(sorted, live[i][column])) / 2.0);
                sums[i] += rank - middle;
                within += (rank - middle) * (rank - middle);
            }
        }

        double q = (k - 1) * sums.Sum(static sum => sum * sum) / within;
        return (q, Distributions.ChiSquaredUpper(q, k - 1), q / (n * (k - 1.0)), k, n);
    }
}
