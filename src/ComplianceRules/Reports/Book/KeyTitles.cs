namespace ComplianceRules.Reports;

/// <summary>What people call the keys of keyed parameters.</summary>
internal static class KeyTitles
{
    /// <summary>The title of a key; the key where its field gives none.</summary>
    /// <param name="book">The book.</param>
    /// <param name="by">The field that the parameter goes by; null where it goes by none.</param>
    /// <param name="key">The key.</param>
    public static string Of(BookContext book, string? by, string key)
    {
        if (by is null) return key;
        return book.Catalogue.Schema.Tables.Values.Select(t => t.Fact(by)).Where(f => f is not null)
            .SelectMany(f => f!.Options).FirstOrDefault(o => o.Key == key)?.Title.In(book.Language) ?? key;
    }
}
