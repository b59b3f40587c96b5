namespace BenchWorker.Analysis;

/// <summary>Which models can be compared at all: two are linked when they share a task, directly or through others.</summary>
public sealed class Components
{
    private Components(int[] ofModel, int[] sizes)
    {
        OfModel = ofModel;
        Sizes = sizes;
    }

    /// <summary>Component of each model, numbered from 0 in order of first member; -1 for a model without any score.</summary>
    public IReadOnlyList<int> OfModel { get; }

    /// <summary>Number of models, by component.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The component with most models, the first of equals; -1 where there is none.</summary>
    public int Largest => Sizes.Count == 0 ? -1 : Enumerable.Range(0, Sizes.Count).MaxBy(component => Sizes[component]);

    public static Components Of(ScoreMatrix scores)
    {
        int[] parent = [.. Enumerable.Range(0, scores.Models)];
        for (int j = 0; j < scores.Tasks; j++)
        {
            int first = -1;
            for (int i = 0; i < scores.Models; i++)
            {
                if (!scores.Has(i, j))
                    continue;
                if (first < 0)
                    first = i;
                else
                    parent[Root(parent, i)] = Root(parent, first);
            }
        }

        int[] live = scores.TasksPerModel();
        int[] numbers = new int[scores.Models];
        Array.Fill(numbers, -1);
        var sizes = new List<int>();
        int[] ofModel = new int[scores.Models];
        for (int i = 0; i < scores.Models; i++)
        {
            int root = Root(parent, i);
            if (live[i] > 0 && numbers[root] < 0)
            {
                numbers[root] = sizes.Count;
                sizes.Add(0);
            }

            ofModel[i] = live[i] > 0 ? numbers[root] : -1;
            if (live[i] > 0)
                sizes[ofModel[i]]++;
        }

        return new(ofModel, [.. sizes]);
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    }
}
