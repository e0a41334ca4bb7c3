using ComplianceRules.Facts;

namespace ComplianceRules.Reports;

/// <summary>What people call the keys of keyed parameters, and in which order they stand.</summary>
internal static class KeyTitles
{
    /// <summary>The title of a key; the key where its field gives none.</summary>
    /// <param name="book">The book.</param>
    /// <param name="by">The field that the parameter goes by; null where it goes by none.</param>
    /// <param name="key">The key.</param>
    public static string Of(BookContext book, string? by, string key) => Options(book, by).FirstOrDefault(o => o.Key == key)?.Title.In(book.Language) ?? key;

    /// <summary>The place of a key in the order in which its field names them; 0 where there is no key.</summary>
    /// <param name="book">The book.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="pack">The pack that gives the value.</param>
    /// <param name="key">The key; null for none.</param>
    public static int PlaceOf(BookContext book, string parameter, string pack, string? key)
    {
        if (key is null || book.Catalogue.Packs.Find(pack) is not { } giver) return 0;
        string? by = book.BookOf(giver).Definition(parameter)?.Signature.By;
        return Options(book, by).TakeWhile(o => o.Key != key).Count();
    }

    private static IEnumerable<FieldOption> Options(BookContext book, string? by) => by is null
        ? []
        : book.Catalogue.Schema.Tables.Values.Select(t => t.Fact(by)).OfType<FieldSchema>().Where(f => !f.Options.IsEmpty).Take(1).SelectMany(f => f.Options);
}
