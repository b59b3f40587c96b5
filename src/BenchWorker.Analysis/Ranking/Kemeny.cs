namespace BenchWorker.Analysis;

/// <summary>The order of models that overrules the fewest pairwise wins, exactly.</summary>
/// <param name="Order">Models best first; the lexicographically smallest of the optimal orders.</param>
/// <param name="Cost">Wins of lower over higher placed models.</param>
/// <remarks>Kemeny (1959), by dynamic programming over subsets: O(2^M M^2), hence at most <see cref="MaxModels"/> models.</remarks>
public sealed record Kemeny(IReadOnlyList<int> Order, double Cost)
{
    public const int MaxModels = 12;

    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MaxModels"/> models.</exception>
    public static Kemeny Of(PairWins wins)
    {
        if (wins.Models > MaxModels)
            throw new ArgumentOutOfRangeException(nameof(wins), wins.Models, $"An exact Kemeny order is for at most {MaxModels} models.");
        int m = wins.Models;
        double[] best = new double[1 << m];
        for (int rest = 1; rest < best.Length; rest++)
            best[rest] = Enumerable.Range(0, m).Where(i => (rest >> i & 1) == 1).Min(i => Placed(wins, i, rest) + best[rest & ~(1 << i)]);
        var order = new List<int>(m);
        for (int rest = (1 << m) - 1; rest != 0; rest &= ~(1 << order[^1]))
        {
            int open = rest;
            order.Add(Enumerable.Range(0, m).First(i => (open >> i & 1) == 1 && Placed(wins, i, open) + best[open & ~(1 << i)] <= best[open] + 1e-9));
        }

        return new(order, best[^1]);
    }

    /// <summary>Wins of the others in the set over i, which placing i first overrules.</summary>
    private static double Placed(PairWins wins, int i, int rest)
    {
        double cost = 0;
        for (int j = 0; j < wins.Models; j++)
            cost += j != i && (rest >> j & 1) == 1 ? wins[j, i] : 0;
        return cost;
    }
}
