using System.Reflection;

namespace BenchWorker.Analysis;

/// <summary>Every template there is, found where it is declared, so that no list can forget one.</summary>
public static class TemplateCatalogue
{
    private static readonly Lazy<IReadOnlyList<Template>> Found = new(() =>
    [
        .. typeof(Template).Assembly.GetTypes()
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static field => field.FieldType == typeof(Template))
            .Select(static field => (Template)field.GetValue(null)!)
            .OrderBy(static template => template.Kind.Id, StringComparer.Ordinal).ThenBy(static template => template.Text, StringComparer.Ordinal),
    ]);

    public static IReadOnlyList<Template> All => Found.Value;
}
