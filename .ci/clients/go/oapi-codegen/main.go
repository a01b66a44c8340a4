// Calls the API through the client of oapi-codegen.
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"clients/oapi-codegen/client"
)

func main() {
	api, err := client.NewClientWithResponses(os.Args[1])
	check(err)
	background := context.Background()

	all, err := api.ListStatusCodesWithResponse(background)
	check(err)
	constants, deprecated, others := 0, 0, 0
	for _, code := range all.JSON200.Codes {
		if code.OtherUses != nil {
			others += len(*code.OtherUses)
		}
		if code.Constants == nil {
			continue
		}
		for _, constant := range *code.Constants {
			constants++
			if constant.Deprecated != nil && *constant.Deprecated {
				deprecated++
			}
		}
	}
	fmt.Printf("%s: %d codes, %d other uses, %d constants, %d deprecated\n",
		all.JSON200.License, len(all.JSON200.Codes), others, constants, deprecated)

	one, err := api.GetStatusCodeWithResponse(background, 404)
	check(err)
	code := one.JSON200
	fmt.Printf("%d %s, %s, %s: %s\n", code.Code, code.ReasonPhrase, *code.Class, code.State, code.Summary)
	fmt.Printf("retry %s, checked %s\n", code.Retry.Advice, code.Source.Checked)

	search, err := api.SearchStatusCodesWithResponse(background, &client.SearchStatusCodesParams{Q: "too many"})
	check(err)
	found := search.JSON200
	fmt.Printf("%s: %d, first %d\n", found.Query, len(found.Results), found.Results[0].Code)

	comparison, err := api.GetComparisonWithResponse(background, "302-vs-303")
	check(err)
	pair := comparison.JSON200
	first := pair.Codes[0]
	fmt.Printf("%s %s, method %s: %s\n", pair.Decision, first.RightWhen, first.Redirect.Method, first.Meaning)

	unknown, err := api.GetStatusCodeWithResponse(background, 477)
	check(err)
	problem := unknown.ApplicationproblemJSON404
	fmt.Printf("%d %s: %s\n", problem.Status, problem.Title, problem.Detail)

	picture, err := api.GetStatusCodePictureWithResponse(background, 404)
	check(err)
	fmt.Printf("%s, %d bytes\n", picture.Body[1:4], len(picture.Body))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
