using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BenchWorker;

/// <summary>The webhooks that the settings name; none by default.</summary>
internal sealed class WebhookList
{
    private WebhookList(IReadOnlyDictionary<string, WebhookOptions> hooks) => Hooks = hooks;

    public IReadOnlyDictionary<string, WebhookOptions> Hooks { get; }

    /// <exception cref="OptionsValidationException">A webhook cannot be what its settings say; all failures are told, secrets are not.</exception>
    public static WebhookList Read(IConfiguration configuration)
    {
        SortedDictionary<string, WebhookOptions> hooks = new(StringComparer.Ordinal);
        List<string> failures = [];
        foreach (IConfigurationSection section in configuration.GetSection(WebhookOptions.Section).GetChildren())
        {
            try
            {
                WebhookOptions hook = section.Get<WebhookOptions>(static binder => binder.ErrorOnUnknownConfiguration = true) ?? new WebhookOptions();
                failures.AddRange(Problems(section.Path, hook));
                hooks[section.Key] = hook;
            }
            catch (InvalidOperationException e)
            {
                failures.Add($"{section.Path}: {(e.InnerException ?? e).Message}");
            }
        }

        return failures.Count == 0 ? new WebhookList(hooks) : throw new OptionsValidationException(WebhookOptions.Section, typeof(WebhookOptions), failures);
    }

    private static IEnumerable<string> Problems(string at, WebhookOptions hook)
    {
        if (hook.Url is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return $"{at}:Url must be an address such as https://hooks.example.org/abc.";
        if (hook.Tries is < 1 or > 20)
            yield return FormattableString.Invariant($"{at}:Tries is {hook.Tries}; it must be from 1 to 20.");
    }
}
