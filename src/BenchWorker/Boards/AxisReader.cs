using BenchWorker.Site;

namespace BenchWorker;

/// <summary>Axes, panels and groups of a declared figure.</summary>
internal static class AxisReader
{
    public static AxisDeclaration? Read(MappingReader yaml, string key)
    {
        if (yaml.Mapping(key, shorthand: "field") is not { } axis)
            return Grouped(yaml, key) is null ? null : RejectGroups(yaml, key);
        AxisDeclaration read = new(axis.RequiredText("field"), axis.Flag("ordered") ?? false, axis.Choice<AxisOrder>("order") ?? AxisOrder.Given)
        {
            Labels = axis.Texts("labels"),
            Top = axis.Count("top", 1, 5000),
            Groups = Grouped(yaml, key),
        };
        axis.Close();
        return read;
    }

    public static PanelDeclaration? Panels(MappingReader yaml)
    {
        if (yaml.Mapping("panels", shorthand: "field") is not { } panels)
            return null;
        ScaleSharing sharing = panels.Choice<ScaleSharing>("scale") ?? ScaleSharing.Shared;
        PanelDeclaration read = new(panels.RequiredText("field"), sharing == ScaleSharing.Shared)
        {
            Labels = panels.Texts("labels"),
            Top = panels.Count("top", 1, 24),
        };
        panels.Close();
        return read;
    }

    /// <summary>The entry for one axis of <c>groups: { rows: ..., columns: ... }</c>; rows are read first and tell of unknown keys.</summary>
    private static GroupDeclaration? Grouped(MappingReader yaml, string key)
    {
        if (key is not ("rows" or "columns") || yaml.Mapping("groups") is not { } groups)
            return null;
        GroupDeclaration? read = groups.Mapping(key, shorthand: "pairs") is { } group ? Group(group) : null;
        groups.Ask("rows", "columns");
        if (key is "rows")
            groups.Close();
        return read;
    }

    private static GroupDeclaration Group(MappingReader yaml)
    {
        IReadOnlyList<NamedGroup>? named = yaml.Mapping("named")?.Entries().Select(static group => new NamedGroup(group.Key, group.Value)).ToArray();
        GroupDeclaration read = new(yaml.Text("pairs"), yaml.Text("by"), named);
        yaml.Close();
        if (new object?[] { read.Pairs, read.By, read.Named }.Count(static one => one is not null) != 1)
            yaml.Reject("by", "Groups are one of: a prefix such as \"neg_*\", { by: column }, or { named: { Title: [labels] } }.");
        if (read.Pairs is { } glob && (glob.Length < 2 || glob.IndexOf('*', StringComparison.Ordinal) != glob.Length - 1))
            yaml.Reject("pairs", $"\"{glob}\" is not a prefix that ends in *, such as \"neg_*\".");
        return read;
    }

    private static AxisDeclaration? RejectGroups(MappingReader yaml, string key)
    {
        yaml.Reject("groups", $"Groups of {key} need \"{key}\": the result column along that axis.");
        return null;
    }
}

/// <summary>Whether panels are coloured alike.</summary>
internal enum ScaleSharing
{
    Shared,
    Independent,
}
