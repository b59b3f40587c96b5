using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BenchWorker.Analysis;

/// <summary>Who beat whom on how many common tasks, or in how many battles; a tie is half a win for both.</summary>
public sealed class PairWins
{
    /// <summary>Their scores stay in a core's cache while all others pass by.</summary>
    private const int ModelsInBlock = 8;

    private readonly double[] wins;

    /// <param name="wins">Row-major, length models squared: wins of i over j; the diagonal is ignored.</param>
    public PairWins(int models, double[] wins)
    {
        if (wins.Length != models * models)
            throw new ArgumentException($"{wins.Length} values cannot fill {models} x {models}.", nameof(wins));
        Models = models;
        this.wins = wins;
    }

    public int Models { get; }

    /// <summary>Wins of i over j.</summary>
    public double this[int i, int j] => wins[(i * Models) + j];

    /// <summary>How often i and j met.</summary>
    public double Meetings(int i, int j) => this[i, j] + this[j, i];

    public static PairWins On(ScoreMatrix scores)
    {
        int m = scores.Models;
        double[] counts = new double[m * m];
        RowBlocks.Run(m, ModelsInBlock, (from, to) =>
        {
            for (int j = from + 1; j < m; j++)
            {
                for (int i = from; i < Math.Min(j, to); i++)
                    (counts[(i * m) + j], counts[(j * m) + i]) = Count(scores.Row(i), scores.Row(j));
            }
        });
        return new(m, counts);
    }

    /// <param name="battles">Models and the share that the first won: 1, 0.5 for a tie, 0.</param>
    public static PairWins FromBattles(int models, IEnumerable<(int First, int Second, double Won)> battles)
    {
        double[] counts = new double[models * models];
        foreach ((int first, int second, double won) in battles)
        {
            counts[(first * models) + second] += won;
            counts[(second * models) + first] += 1 - won;
        }

        return new(models, counts);
    }

    /// <summary>Sum over opponents met of the sign of wins minus losses; NaN for a model that met none.</summary>
    public double[] Copeland()
    {
        double[] points = new double[Models];
        for (int i = 0; i < Models; i++)
        {
            bool any = false;
            for (int j = 0; j < Models; j++)
            {
                if (i == j || Meetings(i, j) == 0)
                    continue;
                any = true;
                points[i] += Math.Sign(this[i, j] - this[j, i]);
            }

            points[i] = any ? points[i] : double.NaN;
        }

        return points;
    }

    /// <summary>Strongly connected components of "i won something off j": Bradley-Terry has a finite optimum only where there is one (Ford 1957).</summary>
    /// <returns>Label of each model, numbered from 0 in order of first member.</returns>
    public int[] StrongComponents()
    {
        int[] labels = new int[Models];
        Array.Fill(labels, -1);
        int next = 0;
        for (int i = 0; i < Models; i++)
        {
            if (labels[i] >= 0)
                continue;
            bool[] beaten = Reachable(i, (from, to) => this[from, to] > 0);
            bool[] beating = Reachable(i, (from, to) => this[to, from] > 0);
            for (int j = i; j < Models; j++)
                labels[j] = beaten[j] && beating[j] ? next : labels[j];
            next++;
        }

        return labels;
    }

    private bool[] Reachable(int from, Func<int, int, bool> linked)
    {
        bool[] seen = new bool[Models];
        seen[from] = true;
        var open = new Stack<int>([from]);
        while (open.TryPop(out int i))
        {
            for (int j = 0; j < Models; j++)
            {
                if (!seen[j] && i != j && linked(i, j))
                {
                    seen[j] = true;
                    open.Push(j);
                }
            }
        }

        return seen;
    }

    private static (double Wins, double Losses) Count(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector512<long> above = default, below = default, equal = default;
        int whole = a.Length & ~(Vector512<double>.Count - 1);
        ref double x = ref MemoryMarshal.GetReference(a);
        ref double y = ref MemoryMarshal.GetReference(b);
        for (int t = 0; t < whole; t += Vector512<double>.Count)
        {
            var first = Vector512.LoadUnsafe(ref x, (nuint)t);
            var second = Vector512.LoadUnsafe(ref y, (nuint)t);
            above -= Vector512.GreaterThan(first, second).AsInt64();
            below -= Vector512.LessThan(first, second).AsInt64();
            equal -= Vector512.Equals(first, second).AsInt64();
        }

        (long won, long lost, long tied) = (Vector512.Sum(above), Vector512.Sum(below), Vector512.Sum(equal));
        for (int t = whole; t < a.Length; t++)
        {
            won += a[t] > b[t] ? 1 : 0;
            lost += a[t] < b[t] ? 1 : 0;
            tied += a[t] == b[t] ? 1 : 0;
        }

        return (won + (tied / 2.0), lost + (tied / 2.0));
    }
}
