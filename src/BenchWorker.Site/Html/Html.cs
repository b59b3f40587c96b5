namespace BenchWorker.Site;

/// <summary>Markup that is safe to print as it stands. Text becomes it by being escaped, never by a cast.</summary>
internal readonly record struct Html(string Markup)
{
    public static Html Empty => new("");

    /// <summary>Literal parts are markup; holes are escaped text unless they are <see cref="Html"/> themselves.</summary>
    public static Html Of(HtmlInterpolation markup) => new(markup.ToMarkup());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(static part => part.Markup)));

    public static Html When(bool condition, HtmlInterpolation markup) => condition ? new(markup.ToMarkup()) : Empty;

    public override string ToString() => Markup;
}
