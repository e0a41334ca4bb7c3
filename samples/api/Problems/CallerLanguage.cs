using ComplianceRules.Diagnostics;

namespace ApiSample.Problems;

/// <summary>The language that a caller asks for by <c>Accept-Language</c>.</summary>
internal static class CallerLanguage
{
    /// <summary>Chinese or English, whichever is liked better; English where neither is named.</summary>
    public static TextLanguage Of(HttpRequest request)
    {
        TextLanguage best = TextLanguage.English;
        double liked = 0;
        foreach (var accepted in request.GetTypedHeaders().AcceptLanguage)
        {
            double quality = accepted.Quality ?? 1;
            if (quality <= liked || Known(accepted.Value.AsSpan()) is not { } language) continue;
            (best, liked) = (language, quality);
        }

        return best;
    }

    private static TextLanguage? Known(ReadOnlySpan<char> tag) => Primary(tag) switch
    {
        "zh" => TextLanguage.Chinese,
        "en" => TextLanguage.English,
        _ => null,
    };

    private static string Primary(ReadOnlySpan<char> tag) => (tag.IndexOf('-') is > 0 and int end ? tag[..end] : tag).ToString().ToLowerInvariant();
}
