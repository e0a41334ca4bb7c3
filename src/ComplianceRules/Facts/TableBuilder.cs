namespace ComplianceRules.Facts;

/// <summary>The rows of one table while they are gathered.</summary>
/// <remarks>For one thread. Each <c>Set</c> answers whether the value can be used; where it cannot, the fact is unknown with the reason and the caller reports it with its place.</remarks>
public sealed class TableBuilder
{
    internal TableBuilder(TableSchema schema) => throw new NotImplementedException();

    /// <summary>What the rows are.</summary>
    public TableSchema Schema => throw new NotImplementedException();

    /// <summary>How many rows there are so far.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>Adds a row.</summary>
    /// <param name="id">The row's id.</param>
    /// <param name="parent">The row above, in the builder of the table above; -1 where it is not known.</param>
    /// <returns>The row; -1 where the id is taken.</returns>
    public int Add(string id, int parent) => throw new NotImplementedException();

    /// <summary>Finds a row.</summary>
    /// <param name="id">The row's id.</param>
    /// <param name="parent">The row above where ids are unique only there; else it does not matter.</param>
    /// <returns>The row; -1 where there is none.</returns>
    public int Find(string id, int parent) => throw new NotImplementedException();

    /// <summary>Sets a number, in the field's unit; out of range or off the step is unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A number field of the table.</param>
    /// <param name="value">The number, already rounded to 15 significant digits; finite.</param>
    public bool SetNumber(int row, FieldSchema field, double value) => throw new NotImplementedException();

    /// <summary>Sets a truth value.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A bool field of the table.</param>
    /// <param name="value">The value.</param>
    public bool SetBool(int row, FieldSchema field, bool value) => throw new NotImplementedException();

    /// <summary>Sets a text, or an enum by its key; a key that the field does not declare is unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A text or enum field of the table.</param>
    /// <param name="value">The text or key.</param>
    public bool SetText(int row, FieldSchema field, string value) => throw new NotImplementedException();

    /// <summary>Sets a set by its keys; where one is not declared the whole set is unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A set field of the table.</param>
    /// <param name="keys">The keys; twice is once.</param>
    public bool SetSet(int row, FieldSchema field, IReadOnlyCollection<string> keys) => throw new NotImplementedException();

    /// <summary>Sets a day.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A date field of the table.</param>
    /// <param name="value">The day.</param>
    public bool SetDate(int row, FieldSchema field, DateOnly value) => throw new NotImplementedException();

    /// <summary>Sets a time of day; it is placed on the field's scale, and outside the scale it is unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">A time field of the table.</param>
    /// <param name="minutes">Minutes after midnight.</param>
    public bool SetTime(int row, FieldSchema field, int minutes) => throw new NotImplementedException();

    /// <summary>Says that a value was given and cannot be used.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">The field.</param>
    /// <param name="reason">Why not.</param>
    public void SetUnknown(int row, FieldSchema field, UnknownReason reason) => throw new NotImplementedException();

    /// <summary>Says that a row's list of child rows is whole: what is not in it is not there.</summary>
    /// <param name="row">The row.</param>
    /// <param name="list">The list's name, such as <c>classes</c>.</param>
    public void ReportList(int row, string list) => throw new NotImplementedException();
}
