namespace BenchWorker.Analysis;

/// <summary>Sign-flip permutation tests of all pairs of models, each task's sign flipped for all pairs together.</summary>
/// <remarks>
/// Fisher (1935). Only tasks that every live model has. Every sign is tried where there are no more of them than draws, a sign and its opposite
/// being one; else p = (1 + hits) / (R + 1).
/// </remarks>
public sealed class PairPermutations
{
    public const int DefaultDraws = 1000;

    /// <summary>More pairs are not worth the memory of their counts.</summary>
    public const int MaxModels = 2000;

    private readonly int models;
    private readonly bool[] live;
    private readonly int[] hits;
    private readonly int draws;

    private PairPermutations(ScoreMatrix scores, int[] tasks, ulong seed, int draws)
    {
        (models, Tasks) = (scores.Models, tasks.Length);
        live = [.. scores.TasksPerModel().Select(static present => present > 0)];
        int signs = 1 << Math.Clamp(Tasks - 1, 0, 30);
        Exact = signs <= draws;
        this.draws = Exact ? signs : draws;
        hits = Tasks == 0 ? [] : PairHits.Of(scores.OnTasks(tasks), this.draws, Exact ? EverySign : (draw, flips) => CounterRandom.Signs(seed, draw, flips));
    }

    /// <summary>Complete tasks.</summary>
    public int Tasks { get; }

    /// <summary>Whether every sign was tried.</summary>
    public bool Exact { get; }

    /// <exception cref="ArgumentException">More than <see cref="MaxModels"/>.</exception>
    public static PairPermutations Of(ScoreMatrix scores, ulong seed, int draws = DefaultDraws) => scores.Models > MaxModels
        ? throw new ArgumentException($"{scores.Models} models are too many to test all pairs of; {MaxModels} are the most.", nameof(scores))
        : new(scores, scores.CompleteTasks(), seed, draws);

    /// <summary>Two-sided, of this pair alone, in (0, 1]; NaN for a model without a score and where no task is complete.</summary>
    public double P(int i, int j) => Compared(i, j) ? P(Hits(i, j)) : double.NaN;

    /// <summary>The p-values corrected by Benjamini and Hochberg for all pairs, row-major and symmetric; NaN where there is no test and on the diagonal.</summary>
    public double[] Corrected()
    {
        double[] ofHits = CorrectedByHits();
        double[] corrected = new double[models * models];
        for (int i = 0; i < models; i++)
        {
            for (int j = 0; j < models; j++)
                corrected[(i * models) + j] = i != j && Compared(i, j) ? ofHits[Hits(i, j)] : double.NaN;
        }

        return corrected;
    }

    /// <summary>Only so many p-values are possible as there are draws: counting them spares the sort of <see cref="Multiplicity.BenjaminiHochberg"/>.</summary>
    private double[] CorrectedByHits()
    {
        int[] pairs = new int[draws + 1];
        int tests = 0;
        for (int i = 0; i < models; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (!Compared(i, j))
                    continue;
                pairs[Hits(i, j)]++;
                tests++;
            }
        }

        double running = 1;
        double[] corrected = new double[draws + 1];
        int notAbove = tests;
        for (int reached = draws; reached >= 0; notAbove -= pairs[reached--])
            corrected[reached] = running = notAbove == 0 ? running : Math.Min(running, (double)tests / notAbove * P(reached));
        return corrected;
    }

    private double P(int reached) => Exact ? (double)reached / draws : (1.0 + reached) / (draws + 1);

    private bool Compared(int i, int j) => Tasks > 0 && live[i] && live[j];

    private int Hits(int i, int j) => hits[(Math.Max(i, j) * models) + Math.Min(i, j)];

    /// <summary>The signs of the bits of a number. The last task keeps its sign, because opposite signs give the same distance.</summary>
    private static void EverySign(int bits, Span<double> signs)
    {
        for (int j = 0; j < signs.Length; j++)
            signs[j] = (bits >> j & 1) == 1 ? -1 : 1;
    }
}
