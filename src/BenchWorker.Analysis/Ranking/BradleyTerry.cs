namespace BenchWorker.Analysis;

/// <summary>Strengths under which the observed wins are likeliest: P(i beats j) = 1 / (1 + exp(theta_j - theta_i)).</summary>
/// <remarks>Bradley and Terry (1952); ties as half wins, as arena-rank and FastChat do. Newton's method with step halving.</remarks>
public sealed record BradleyTerry
{
    /// <summary>Elo points per unit of theta, 400 / ln 10.</summary>
    public const double EloPerTheta = 173.71779276130073;

    /// <summary>Rating of a model of average strength.</summary>
    public const double EloCenter = 1000;

    /// <summary>Pull towards equal strength, used where the likelihood has no finite optimum.</summary>
    public const double Ridge = 0.01;

    private const double Precision = 1e-12;
    private const int MaxSteps = 100;

    public required PairWins Wins { get; init; }

    /// <summary>Log strengths, mean zero.</summary>
    public required IReadOnlyList<double> Theta { get; init; }

    /// <summary>0 for the maximum of the likelihood.</summary>
    public required double Penalty { get; init; }

    public IReadOnlyList<double> Elo => [.. Theta.Select(static theta => (theta * EloPerTheta) + EloCenter)];

    /// <summary>The maximum-likelihood fit; null where it does not exist because some models never lost to, or never met, the others.</summary>
    /// <param name="wins">Models that met nobody must be left out before.</param>
    public static BradleyTerry? Fit(PairWins wins) =>
        wins.Models > 0 && wins.StrongComponents().Max() == 0 ? Maximize(wins, 0) : null;

    /// <summary>The penalised fit, which always exists; a flagged substitute.</summary>
    public static BradleyTerry FitRidge(PairWins wins, double ridge = Ridge) => Maximize(wins, ridge);

    private static BradleyTerry Maximize(PairWins wins, double ridge)
    {
        int m = wins.Models;
        double[] theta = new double[m];
        double meetings = 0;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < i; j++)
                meetings += wins.Meetings(i, j);
        }

        double likelihood = Likelihood(wins, theta, ridge);
        for (int step = 0; step < MaxSteps; step++)
        {
            double[] gradient = Gradient(wins, theta, ridge);
            if (gradient.All(slope => Math.Abs(slope) <= Precision * meetings))
                break;
            if (Cholesky.Factor(Information(wins, theta, ridge), m)?.Solve(gradient) is not { } direction)
                break;
            if (!Ascend(wins, ref theta, direction, ridge, ref likelihood))
                break;
        }

        double mean = m == 0 ? 0 : theta.Sum() / m;
        return new() { Wins = wins, Theta = [.. theta.Select(value => value - mean)], Penalty = ridge };
    }

    /// <summary>Full step, or half of it, a quarter, ...; false where no step raises the likelihood any more.</summary>
    private static bool Ascend(PairWins wins, ref double[] theta, double[] direction, double ridge, ref double likelihood)
    {
        double[] from = theta;
        for (double length = 1; length > 1e-9; length /= 2)
        {
            double[] next = [.. from.Zip(direction, (value, slope) => value + (length * slope))];
            double reached = Likelihood(wins, next, ridge);
            if (reached < likelihood)
                continue;
            bool moved = reached > likelihood || length == 1;
            (theta, likelihood) = (next, reached);
            return moved;
        }

        return false;
    }

    internal double[] Information() => Information(Wins, [.. Theta], Penalty);

    /// <summary>Laplacian of N_ij p_ij (1 - p_ij) plus the penalty, plus 1/M everywhere, which fixes the mean and makes it invertible.</summary>
    private static double[] Information(PairWins wins, double[] theta, double ridge)
    {
        int m = wins.Models;
        double[] information = new double[m * m];
        Array.Fill(information, 1.0 / m);
        for (int i = 0; i < m; i++)
        {
            information[(i * m) + i] += ridge;
            for (int j = 0; j < i; j++)
            {
                double p = Sigmoid(theta[i] - theta[j]);
                double weight = wins.Meetings(i, j) * p * (1 - p);
                information[(i * m) + i] += weight;
                information[(j * m) + j] += weight;
                information[(i * m) + j] -= weight;
                information[(j * m) + i] -= weight;
            }
        }

        return information;
    }

    private static double[] Gradient(PairWins wins, double[] theta, double ridge)
    {
        double[] gradient = new double[theta.Length];
        for (int i = 0; i < theta.Length; i++)
        {
            gradient[i] -= ridge * theta[i];
            for (int j = 0; j < i; j++)
            {
                double surprise = wins[i, j] - (wins.Meetings(i, j) * Sigmoid(theta[i] - theta[j]));
                gradient[i] += surprise;
                gradient[j] -= surprise;
            }
        }

        return gradient;
    }

    private static double Likelihood(PairWins wins, double[] theta, double ridge)
    {
        double sum = 0;
        for (int i = 0; i < theta.Length; i++)
        {
            sum -= ridge / 2 * theta[i] * theta[i];
            for (int j = 0; j < i; j++)
            {
                (double won, double lost) = LogChances(theta[i] - theta[j]);
                sum += (wins[i, j] * won) + (wins[j, i] * lost);
            }
        }

        return sum;
    }

    internal static double Sigmoid(double x) => 1 / (1 + Elementary.Exp(-x));

    /// <summary>Logarithms of the chance to win and of that to lose, for one who is stronger by x.</summary>
    private static (double Won, double Lost) LogChances(double x)
    {
        double rest = Elementary.Log(1 + Elementary.Exp(-Math.Abs(x)));
        return x < 0 ? (x - rest, -rest) : (-rest, -x - rest);
    }
}
