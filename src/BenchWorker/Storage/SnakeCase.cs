using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BenchWorker;

/// <summary>Names columns and keys as people write them in SQL: <c>BenchmarkId</c> is <c>benchmark_id</c>, the key of <c>score</c> is <c>pk_score</c>.</summary>
internal static class SnakeCase
{
    public static void Apply(IMutableModel model)
    {
        foreach (IMutableEntityType entity in model.GetEntityTypes())
        {
            string? table = entity.GetTableName();
            foreach (IMutableProperty property in entity.GetProperties()) property.SetColumnName(Of(property.Name));
            foreach (IMutableKey key in entity.GetKeys()) key.SetName($"pk_{table}");
            foreach (IMutableForeignKey key in entity.GetForeignKeys()) key.SetConstraintName($"fk_{table}_{key.PrincipalEntityType.GetTableName()}");
        }
    }

    public static string Of(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
