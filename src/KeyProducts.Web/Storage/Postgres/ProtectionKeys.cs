using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage.Postgres;

/// <summary>The keys that protect cookies and forms, in the database: whoever has signed in at one program is known at all.</summary>
internal sealed class ProtectionKeys(IServiceProvider services) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return [.. db.Set<ProtectionKey>().AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    // Keys are no part of what people do: they are written past the history.
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.Database.ExecuteSql($"INSERT INTO ProtectionKeys (Name, Xml) VALUES ({friendlyName}, {element.ToString(SaveOptions.DisableFormatting)})");
    }
}
