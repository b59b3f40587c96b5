using System.Text;

namespace BenchWorker;

/// <summary>What a store makes of conditional writes: not every store that speaks the protocol honours them, and some answer as if they did.</summary>
/// <param name="Form">How the store compares entity tags; null when it does not honour conditions, so that only one publisher may write.</param>
internal sealed record S3Capabilities(IfMatchForm? Form)
{
    private const string Path = "benchworker-probe.txt";

    /// <summary>Writes a small object a few times and removes it.</summary>
    public static async Task<S3Capabilities> ProbeAsync(S3Store store, IfMatchForm wanted, CancellationToken ct)
    {
        string path = $"{Guid.NewGuid():N}-{Path}";
        try
        {
            return new S3Capabilities(await FormAsync(store, path, wanted, ct));
        }
        finally
        {
            await store.DeleteAsync([path], CancellationToken.None);
        }
    }

    private static async Task<IfMatchForm?> FormAsync(S3Store store, string path, IfMatchForm wanted, CancellationToken ct)
    {
        IfMatchForm[] forms = wanted == IfMatchForm.Auto ? [IfMatchForm.Quoted, IfMatchForm.Unquoted] : [wanted];
        const string NoTag = "00000000000000000000000000000000";
        // A tag cannot match where there is no object; one store answered 200 to that.
        if (await store.WriteAsync(Say(path, "none"), new PutCondition.Tag(NoTag), forms[0], ct) is not null)
            return null;
        if (await store.WriteAsync(Say(path, "first"), PutCondition.Absent, forms[0], ct) is not { } tag)
            return null;
        if (await store.WriteAsync(Say(path, "second"), PutCondition.Absent, forms[0], ct) is not null)
            return null;
        if (await store.WriteAsync(Say(path, "wrong"), new PutCondition.Tag(NoTag), forms[0], ct) is not null)
            return null;
        foreach (IfMatchForm form in forms)
        {
            if (await store.WriteAsync(Say(path, "right"), new PutCondition.Tag(tag), form, ct) is not null)
                return form;
        }

        return null;
    }

    private static StoreFile Say(string path, string text) => new(path, Encoding.UTF8.GetBytes(text + "\n"));
}
